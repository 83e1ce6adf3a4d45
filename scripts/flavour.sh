# Sourced by the other scripts: restores the packages and finds out which of the two flavours can be built here (docs/decisions/0001).
# A caller who has set RestrictedFeed has decided. Otherwise the full flavour is tried; only when Discord.Net, Stateless or LiteDB are not on
# the package feed is it the restricted one. Nothing is remembered: the feed may have changed by the next time.
# Sets and exports RestrictedFeed; leaves the packages restored.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# restore RESTRICTED: prints what went wrong, if anything did.
restore() {
  RestrictedFeed="$1" dotnet restore "$root/RepairBot.sln" --verbosity quiet 2>&1
}

# only_the_three_are_missing OUTPUT: whether every error says that one of the three packages, and nothing else, is not on the feed.
only_the_three_are_missing() {
  local errors others
  errors="$(grep -oE 'error [A-Z]+[0-9]+: .*' <<<"$1" || true)"
  others="$(grep -vE 'error NU110[12]: Unable to find package (Discord\.Net(\.[A-Za-z]+)?|Stateless|LiteDB)(\. | with )' <<<"$errors" || true)"
  [[ -n "$errors" && -z "$others" ]]
}

choose_flavour() {
  local output
  if [[ -n "${RestrictedFeed:-}" ]]; then
    export RestrictedFeed
    output="$(restore "$RestrictedFeed")" || { echo "$output" >&2; return 1; }
    return 0
  fi

  if output="$(restore false)"; then
    export RestrictedFeed=false
  elif only_the_three_are_missing "$output"; then
    echo "The package feed here lacks Discord.Net, Stateless or LiteDB: building without Discord, with SQLite and a substitute for Stateless." >&2
    export RestrictedFeed=true
    output="$(restore true)" || { echo "$output" >&2; return 1; }
  else
    echo "$output" >&2
    return 1
  fi
}

# artifacts: the folder of this flavour's outputs.
artifacts() {
  if [[ "$RestrictedFeed" == true ]]; then echo "$root/artifacts/restricted"; else echo "$root/artifacts/full"; fi
}
