"""Clauses: the phrases of one rule each, and the rules that they say.

``gathering`` makes clauses of phrases, ``rule_forms`` rules of clauses.
"""
