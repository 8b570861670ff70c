"""How shells ask what may come next, and how they are answered.

A shell's script calls the program with ``_KEHOACH_COMPLETE=complete_SHELL``. From bash the words
come as bash has them, in ``COMP_WORDS`` and ``COMP_CWORD``; from the others as arguments, without
the one being typed, which is in ``_KEHOACH_WORD``. The answer has a proposal a line, and but for
bash a tab and its meaning after it; ``:files`` and ``:folders`` leave it to the shell.

No script evaluates what it is answered, and only words that mean nothing to a shell are proposed:
ids come from files that others wrote.
"""

import re
import shlex
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach.cli.shell.proposals import proposals
from kehoach.words.safety import one_line

_HARMLESS = re.compile(r"[\w.,/+@=-]+")
_LONGEST = 72

BASH = r"""# TAB cho kehoach trong bash; thêm vào ~/.bashrc dòng sau · add to ~/.bashrc:
#   eval "$(kehoach completion bash)"
_kehoach() {
    local IFS=$'\n' answer each
    COMPREPLY=()
    answer=$(env _KEHOACH_COMPLETE=complete_bash COMP_WORDS="${COMP_WORDS[*]}" \
        COMP_CWORD="$COMP_CWORD" "$1" 2>/dev/null)
    case $answer in
        :files) compopt -o default 2>/dev/null ;;
        :folders) compopt -o dirnames 2>/dev/null ;;
        *) while read -r each; do [ -z "$each" ] || COMPREPLY+=("$each"); done <<< "$answer" ;;
    esac
}
complete -o nosort -F _kehoach kehoach 2>/dev/null || complete -o default -F _kehoach kehoach
"""
ZSH = r"""#compdef kehoach
# TAB cho kehoach trong zsh; thêm vào ~/.zshrc, sau compinit · add to ~/.zshrc, after compinit:
#   eval "$(kehoach completion zsh)"
_kehoach() {
    local answer line
    local -a found shown flags
    answer=$(_KEHOACH_COMPLETE=complete_zsh _KEHOACH_WORD="${(Q)PREFIX}" \
        "${words[1]}" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)
    case $answer in
        '') return 1 ;;
        :files) _files; return ;;
        :folders) _files -/; return ;;
    esac
    for line in ${(f)answer}; do
        found+=("${line%%$'\t'*}")
        shown+=("${line/$'\t'/  · }")
    done
    # A name was typed, and ids are proposed: they need not begin alike.
    [[ ${found[1]} == "${(Q)PREFIX}"* ]] || flags=(-U)
    compadd $flags -l -V kehoach -d shown -a found
}
if [[ ${funcstack[1]} == _kehoach ]]; then
    _kehoach "$@"
else
    compdef _kehoach kehoach
fi
"""
FISH = r"""# TAB cho kehoach trong fish · completion for fish:
#   kehoach completion fish > ~/.config/fish/completions/kehoach.fish
function __kehoach_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (env _KEHOACH_COMPLETE=complete_fish _KEHOACH_WORD="$word" $words 2>/dev/null)
    switch "$answer[1]"
        case :files
            __fish_complete_path "$word"
        case :folders
            __fish_complete_directories "$word"
        case '*'
            printf '%s\n' $answer
    end
end
complete --command kehoach --no-files --keep-order --arguments '(__kehoach_complete)'
"""
POWERSHELL = r"""# TAB cho kehoach trong PowerShell; thêm vào $PROFILE dòng sau · add to $PROFILE:
#   kehoach completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName kehoach -ScriptBlock {
    param($word, $line, $cursor)
    $words = @($line.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursor } |
        ForEach-Object { if ($null -ne $_.Value) { "$($_.Value)" } else { "$_" } })
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [Text.Encoding]::UTF8
        $env:_KEHOACH_COMPLETE = 'complete_powershell'
        $env:_KEHOACH_WORD = $word.Trim('"', "'")
        $rest = @($words | Select-Object -Skip 1)
        $answer = @(& $words[0] @rest 2>$null)
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:_KEHOACH_COMPLETE, Env:_KEHOACH_WORD -ErrorAction SilentlyContinue
    }
    if ($answer -and $answer[0] -like ':f*') { return }
    foreach ($each in $answer) {
        $value, $told = $each -split "`t", 2
        if (-not $told) { $told = $value }
        [Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $told)
    }
}
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}


class Asked(NamedTuple):
    """The words of a command line before the one being typed, and that one."""

    typed: list[str]
    word: str


def answer(instruction: str, arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the answer to ``complete_SHELL``, or the script to ``source_SHELL``."""
    verb, _, shell = instruction.partition("_")
    if shell not in SCRIPTS:
        return ""
    if verb == "source":
        return SCRIPTS[shell]
    bash = shell == "bash"
    asked = _of_bash(environment) if bash else _of_others(arguments, environment)
    found = proposals(asked.typed, asked.word)
    if isinstance(found, str):
        return f":{found}\n"
    harmless = (each for each in found if _HARMLESS.fullmatch(each.value))
    lines = (each.value if bash else _told(each.value, each.words) for each in harmless)
    return "".join(f"{line}\n" for line in lines)


def _told(value: str, words: str) -> str:
    """Return a proposal with the beginning of what it means."""
    short = one_line(words)
    short = f"{short[:_LONGEST]}…" if len(short) > _LONGEST else short
    return f"{value}\t{short}" if short else value


def _of_others(arguments: Sequence[str], environment: Mapping[str, str]) -> Asked:
    return Asked(list(arguments), environment.get("_KEHOACH_WORD", ""))


def _of_bash(environment: Mapping[str, str]) -> Asked:
    """Return the words as they were meant; bash gives them as typed, and ``=`` as one of its own."""
    words = _unquoted(environment.get("COMP_WORDS", ""))
    place = int(environment.get("COMP_CWORD", "0"))
    before = [word for word in words[1:place] if word != "="]
    word = words[place] if place < len(words) else ""
    return Asked(before, "" if word == "=" else word)


def _unquoted(line: str) -> list[str]:
    """Return the words of a line in which the last quotation may still be open."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        for word in lexer:
            words.append(word)  # noqa: PERF402 - those before an open quotation count
    except ValueError:
        words.append(lexer.token)
    return words
