"""The beginnings of the files that the examples of several checks go on with."""

HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
DATED = HEAD + "document: {number: 1/BC, date: 2021-11-29}\n"
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2021-12-31}
"""
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính}
"""
