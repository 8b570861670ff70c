#compdef kehoach
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
