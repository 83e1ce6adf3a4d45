# Dot-sourced by the other scripts: the same as flavour.sh.
$ErrorActionPreference = 'Stop'
$root = Split-Path -Parent $PSScriptRoot
$env:DOTNET_CLI_UI_LANGUAGE = 'en'
$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'

function Restore-Packages([string] $restricted) {
    $env:RestrictedFeed = $restricted
    $output = (& dotnet restore "$root/RepairBot.sln" --verbosity quiet | Out-String)
    return [pscustomobject]@{ Succeeded = ($LASTEXITCODE -eq 0); Output = $output }
}

function Test-OnlyTheThreeAreMissing([string] $output) {
    $errors = @([regex]::Matches($output, 'error [A-Z]+[0-9]+: .*') | ForEach-Object { $_.Value })
    $others = @($errors | Where-Object { $_ -notmatch 'error NU110[12]: Unable to find package (Discord\.Net(\.[A-Za-z]+)?|Stateless|LiteDB)(\. | with )' })
    return ($errors.Count -gt 0) -and ($others.Count -eq 0)
}

function Select-Flavour {
    if ($env:RestrictedFeed) {
        $restored = Restore-Packages $env:RestrictedFeed
    }
    else {
        $restored = Restore-Packages 'false'
        if (-not $restored.Succeeded -and (Test-OnlyTheThreeAreMissing $restored.Output)) {
            [Console]::Error.WriteLine('The package feed here lacks Discord.Net, Stateless or LiteDB: building without Discord, with SQLite and a substitute for Stateless.')
            $restored = Restore-Packages 'true'
        }
    }

    if (-not $restored.Succeeded) {
        [Console]::Error.WriteLine($restored.Output)
        exit 1
    }
}

function Get-Artifacts {
    if ($env:RestrictedFeed -eq 'true') { return "$root/artifacts/restricted" }
    return "$root/artifacts/full"
}
