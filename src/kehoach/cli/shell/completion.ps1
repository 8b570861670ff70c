# TAB cho kehoach trong PowerShell; thêm vào $PROFILE dòng sau · add to $PROFILE:
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
