# TAB cho kehoach trong bash; thêm vào ~/.bashrc dòng sau · add to ~/.bashrc:
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
