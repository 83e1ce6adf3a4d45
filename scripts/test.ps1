# The same as scripts/test.
. "$PSScriptRoot/flavour.ps1"
$caller = $env:RestrictedFeed
try {
    Select-Flavour
    & dotnet build "$root/RepairBot.sln" --no-restore --nologo --verbosity quiet
    if ($LASTEXITCODE -ne 0) { exit 1 }

    $results = "$(Get-Artifacts)/test-results"
    if (Test-Path $results) { Remove-Item -Recurse -Force $results }
    $status = 0
    foreach ($project in @(Get-ChildItem -Path "$root/tests" -Directory -Filter *.Tests)) {
        & dotnet test $project.FullName --no-build --nologo --verbosity quiet --logger "trx;LogFileName=$($project.Name).trx" --results-directory $results @args
        if ($LASTEXITCODE -ne 0) { $status = $LASTEXITCODE }
    }

    $passed = 0
    $failed = 0
    $skipped = 0
    $reasons = @()
    foreach ($file in @(Get-ChildItem -Path $results -Filter *.trx -ErrorAction SilentlyContinue)) {
        $run = ([xml](Get-Content -Raw -Encoding UTF8 $file.FullName)).TestRun
        $counters = $run.ResultSummary.Counters
        $passed += [int]$counters.passed
        $failed += [int]$counters.executed - [int]$counters.passed
        $skipped += [int]$counters.total - [int]$counters.executed
        foreach ($result in @($run.Results.UnitTestResult | Where-Object { $_.outcome -eq 'NotExecuted' })) {
            $reasons += "  $($result.testName): $($result.Output.ErrorInfo.Message)$($result.Output.StdOut)"
        }
    }

    if ($reasons.Count -gt 0) {
        Write-Output 'Skipped:'
        $reasons | Write-Output
    }

    if ($passed + $failed -eq 0) {
        [Console]::Error.WriteLine('No test was run.')
        $status = 1
    }

    if ($failed -gt 0) { $status = 1 }
    Write-Output "$passed passed, $failed failed, $skipped skipped"
    exit $status
}
finally {
    $env:RestrictedFeed = $caller
}
