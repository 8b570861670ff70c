"""The one style of the pages: light and dark, narrow and wide, screen and paper.

Every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
"""

# State: ground and text in light, ground and text in dark.
_COLOURS = {
    "q": ("#b3261e", "#ffffff", "#c9362c", "#ffffff"),
    "m": ("#f5c26b", "#3d2600", "#7a5200", "#ffe6b8"),
    "s": ("#ffe58a", "#4a3800", "#5e5200", "#fff1a8"),
    "u": ("#f6d5c6", "#5c1f00", "#5a2f1a", "#ffd9c4"),
    "t": ("#dce9f7", "#123a63", "#1d3a57", "#d3e6fa"),
    "w": ("#e3dff5", "#33266b", "#3a3266", "#e2dcff"),
    "d": ("#bfe3c4", "#0d3d17", "#1d5a2b", "#d8f5dd"),
    "c": ("#e9f3ea", "#24452b", "#22332a", "#cfe6d4"),
    "r": ("#e8e8e8", "#333333", "#3a3d42", "#e3e3e3"),
    "x": ("#e8e8e8", "#333333", "#3a3d42", "#e3e3e3"),
    "f": ("#ffffff", "#4d5761", "#15191e", "#b3bdc7"),
}
_LIGHT = (
    "--bg:#fff;--fg:#1a1f24;--dim:#4d5761;--line:#c4ccd4;--soft:#f3f6f9;"
    "--link:#0b4f94;--warn:#fff3cd;--warnt:#4d3900;--warnl:#b38600;"
)
_DARK = (
    "--bg:#15191e;--fg:#e6eaee;--dim:#b3bdc7;--line:#47515b;--soft:#1f252c;"
    "--link:#8cc4ff;--warn:#453500;--warnt:#ffe9a8;--warnl:#b38600;"
)


def _states(ground: int) -> str:
    return "".join(f"--{n}:{c[ground]};--{n}t:{c[ground + 1]};" for n, c in _COLOURS.items())


_MARKS = "".join(
    f".{n}{{background:var(--{n});color:var(--{n}t)}}"
    f"svg .{n} rect,svg .{n} circle{{fill:var(--{n})}}svg .{n} text{{fill:var(--{n}t)}}"
    for n in _COLOURS
)

_RULES = """
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,"Segoe UI","Noto Sans",
  Arial,sans-serif}
header,main,footer{max-width:1720px;margin:0 auto;padding:0 clamp(.75rem,2.5vw,2.5rem)}
main{padding-bottom:2rem;overflow-wrap:anywhere}
main:focus{outline:none}
h1{font-size:clamp(1.3rem,1rem + 1.6vw,2rem);line-height:1.25;margin:1.2rem 0 .6rem;max-width:60rem}
h2{font-size:1.2rem;margin:2.2rem 0 .7rem;padding-bottom:.2rem;border-bottom:2px solid var(--line)}
h3{font-size:1rem;margin:1.4rem 0 .5rem}
p,blockquote,dl,ul{margin:0 0 .8rem}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;background:var(--bg);padding:.5rem 1rem;z-index:9}
.v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.notice{background:var(--warn);color:var(--warnt);border:1px solid var(--warnl);
  padding:.5rem .8rem;font-weight:600;margin:.8rem 0}
header p{margin:.6rem 0;color:var(--dim);font-size:.9rem}
header .plan{color:var(--fg);font-weight:600;font-size:1rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;padding:0;margin:0}
nav a{display:inline-block;padding:.3rem 0}
header nav{border-block:1px solid var(--line);padding:.2rem 0}
footer{border-top:1px solid var(--line);font-size:.875rem;color:var(--dim);padding-bottom:2rem}
footer h2{border:0;font-size:1rem;margin:1rem 0 .4rem}
.sum{display:flex;flex-wrap:wrap;gap:.6rem;align-items:stretch;list-style:none;padding:0}
.sum li{display:flex;align-items:center;gap:.6rem;color:var(--dim)}
.sum .box{display:block;border:1px solid var(--line);border-radius:.5rem;padding:.5rem .9rem;
  min-width:7.2rem;color:var(--fg);height:100%}
.sum .box.q{color:var(--qt)}.sum .box.m{color:var(--mt)}.sum .box.t{color:var(--tt)}.sum .box.d{
  color:var(--dt)}
.sum strong{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
.sum small{display:block}
.dim{color:var(--dim)}
dl>div{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.1rem 1rem;padding:.25rem 0;
  border-bottom:1px solid var(--line)}
dl>div:last-child{border:0}
dt{font-weight:600}dd{margin:0;min-width:0}
dl{max-width:80rem}
blockquote{border-left:4px solid var(--line);padding:.2rem 0 .2rem 1rem;max-width:65rem}
blockquote p{margin:0 0 .4rem}
.scroll{overflow:auto;max-width:100%;margin:0 0 .8rem;border:1px solid var(--line);
  border-radius:.3rem;position:relative}
main .scroll{max-height:85vh}
table{border-collapse:separate;border-spacing:0;width:100%;font-size:.9rem;overflow-wrap:normal}
th,td{padding:.32rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{position:sticky;top:0;background:var(--soft);color:var(--fg);z-index:2;
  vertical-align:bottom}
tbody th{font-weight:400}
tbody th:has(a){min-width:11rem}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.day,td.nw{white-space:nowrap}
thead .n{white-space:normal}
th button{font:inherit;font-weight:inherit;color:inherit;background:none;border:0;padding:0;
  cursor:pointer;text-align:inherit;text-decoration:underline dotted;text-underline-offset:.2em}
th[aria-sort=ascending] button::after{content:" ▲"}
th[aria-sort=descending] button::after{content:" ▼"}
.tools{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin:0 0 .6rem}
.tools input{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--dim);
  border-radius:.3rem;padding:.3rem .5rem;width:min(24rem,100%)}
.b{display:inline-block;border-radius:.3rem;padding:0 .45rem;white-space:nowrap;font-size:.9rem}
.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.35rem .6rem}
table.heat{width:auto;font-size:.8rem}
.heat td{text-align:center;padding:.2rem .15rem;min-width:2.5rem;border-right:1px solid var(--bg);
  border-bottom:1px solid var(--bg);font-weight:600;position:relative}
.heat thead th{padding:.3rem .25rem;text-align:center;white-space:nowrap;font-weight:600}
.heat tbody th,.heat thead th:first-child{position:sticky;left:0;background:var(--bg);z-index:1;
  text-align:left;min-width:9.5rem;max-width:clamp(9.5rem,24vw,21rem);padding:.2rem .6rem;
  border-right:1px solid var(--line)}
.heat thead th:first-child{z-index:3;background:var(--soft)}
details{margin:0 0 .5rem}
details>summary{cursor:pointer;padding:.35rem .5rem;border-radius:.3rem}
details>summary:hover{background:var(--soft)}
details.ob{border:1px solid var(--line);border-radius:.3rem;margin:0 0 .35rem}
details.ob>div{padding:.3rem .9rem .6rem;border-top:1px solid var(--line);font-size:.92rem}
details:target{outline:3px solid var(--link)}
svg{display:block;width:100%;height:auto;font:12px system-ui,"Segoe UI",Arial,sans-serif}
svg text{fill:var(--fg)}
svg .axis{stroke:var(--line);stroke-width:1}
svg .now{stroke:var(--link);stroke-width:2;stroke-dasharray:5 3}
svg .dimt{fill:var(--dim)}
svg .f circle{stroke:var(--ft);stroke-width:1.5}
.chart svg{min-width:52rem}
.chart{max-width:100rem}
.bars svg{min-width:30rem}
.bars{max-width:60rem}
main .chart,main .bars{max-height:none}
@media (max-width:40rem){td:has(>a){min-width:11rem}td .b{white-space:nowrap}
  table:not(.heat) td:last-child:not(.n){min-width:13rem}
  dl>div{grid-template-columns:1fr}.sum .box{min-width:6rem}th,td{
  padding:.3rem .45rem}tbody th:has(a){min-width:8.5rem}p .b,li .b,summary .b{white-space:normal}
.heat tbody th,.heat thead th:first-child{min-width:7.5rem;max-width:7.5rem}.sum li{flex:1 1 40%}
  .sum .box{flex:1}.sum .op{width:.8em;text-align:center}}
@media print{.skip,nav,.tools{display:none}.scroll{overflow:visible;max-height:none!important;
  border:0}
body{font-size:10pt}thead th,.heat tbody th,.heat thead th:first-child{position:static}*{
  print-color-adjust:exact;-webkit-print-color-adjust:exact}
tr,details.ob{break-inside:avoid}details::details-content{content-visibility:visible;
  block-size:auto}.heat td{min-width:0;padding:.1rem}table.heat{font-size:6pt}a{color:inherit;
  text-decoration:none}}
"""

STYLE = (
    f":root{{{_LIGHT}{_states(0)}}}\n"
    f"@media (prefers-color-scheme:dark){{:root{{{_DARK}{_states(2)}}}}}\n"
    f"@media print{{:root{{{_LIGHT}{_states(0)}}}}}"
    f"{_RULES}{_MARKS}"
)
