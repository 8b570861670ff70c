# TAB cho kehoach trong fish · completion for fish:
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
