# The same as scripts/run.
. "$PSScriptRoot/flavour.ps1"
$caller = $env:RestrictedFeed
try {
    Select-Flavour
    $output = (& dotnet build "$root/src/RepairBot" --no-restore --configuration Release --nologo --verbosity quiet | Out-String)
    if ($LASTEXITCODE -ne 0) {
        [Console]::Error.WriteLine($output)
        exit 1
    }

    & dotnet "$(Get-Artifacts)/bin/RepairBot/release/RepairBot.dll" @args
    exit $LASTEXITCODE
}
finally {
    $env:RestrictedFeed = $caller
}
