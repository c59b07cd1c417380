#!/usr/bin/env bash
# Builds, tests, measures and serves Vitrine; alone it lists its verbs.
#
# Needs Go 1.26, Node 20 and git. Everything else is installed here, pinned, or
# the message says what is missing and how to get it. A step runs again only
# when what it reads has changed, and every output is made aside and moved into
# place, so that an interrupted run leaves the last good one.
set -euo pipefail
shopt -s inherit_errexit

caller=$PWD
cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")"

readonly caller
readonly cache=.cache
readonly golangci_version=v2.15.0
readonly go_minimum=1.26
readonly node_minimum=20
readonly catalogues=testdata/catalogues

usage() {
  cat <<'USAGE'
usage: ./build.sh VERB

  build            bin/vitrine and dist/, with third-party notices
  demo             build, index the sample catalogues and serve the demo shop
                   on PORT (8080); --no-serve only builds it
  edge [BUNDLE]    dist/edge/, a Cloudflare Worker with BUNDLE (the demo shop's)
  test [SUITE...]  every test, natively, as wasm, in workerd and in Chromium
  lint             golangci-lint, biome, tsc, shellcheck if it is there
  bench DATA_DIR   time and rank the sets of DATA_DIR in every host and beside
                   the JavaScript search engines; with --scale instead, what
                   1,000 to 100,000 products cost, into the README; with
                   --loading [DATA_DIR], what a shopper waits for on slow networks;
                   with --lighthouse, what the tag costs the home page's score
  size             bytes of what a shopper downloads, against web/budgets.json
  golden           rewrite the golden files; read the diff before you commit it
  clean            remove bin, dist, .cache and node_modules

example: PORT=3000 ./build.sh demo
USAGE
}

# --- saying what happens -----------------------------------------------------

fail() {
  printf 'build.sh: %s\n' "$1" >&2
  shift
  printf '  hint: %s\n' "$@" >&2
  exit 1
}

# The step that an error ended; functions and subshells see the trap too.
running=
set -E
trap '[[ -z $running ]] || printf "build.sh: failed: %s\n" "$running" >&2' ERR

# step TITLE COMMAND... runs the command between two lines of progress. What it
# prints is progress too: standard output is left to a verb's result.
step() {
  local title=$1 begin=${EPOCHREALTIME/./}
  shift
  running=$title
  printf '==> %s\n' "$title" >&2
  "$@" >&2
  running=
  local tenths=$(((${EPOCHREALTIME/./} - begin) / 100000))
  printf '    %s: %d.%d s\n' "$title" $((tenths / 10)) $((tenths % 10)) >&2
}

# --- what must be there ------------------------------------------------------

have() { command -v "$1" >/dev/null 2>&1; }

# at_least WANTED FOUND compares two dotted versions.
at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

require_toolchains() {
  have git || fail "git is missing" "apt-get install git"
  have go || fail "Go $go_minimum is missing" "install it from https://go.dev/dl/ and put its bin folder on PATH"
  have node || fail "Node $node_minimum is missing" "install it from https://nodejs.org/"
  have npm || fail "npm is missing" "it comes with Node $node_minimum; Debian's nodejs needs the npm package too"
  local version
  version=$(go env GOVERSION)
  at_least "$go_minimum" "${version#go}" || fail "Go is ${version#go}, Vitrine needs $go_minimum" "install it from https://go.dev/dl/"
  version=$(node -p process.versions.node)
  at_least "$node_minimum" "$version" || fail "Node is $version, Vitrine needs $node_minimum" "install it from https://nodejs.org/"
}

# npm_packages installs what the lock file names, again only when it changed.
npm_packages() {
  local stamp=node_modules/.lock.sha256 lock
  lock=$(sha256sum package-lock.json)
  if [[ -f $stamp && $(<"$stamp") == "$lock" ]]; then return; fi
  step "npm packages" npm ci --no-progress --loglevel=error
  printf '%s\n' "$lock" >"$stamp"
}

# debian_packages installs packages where that is possible without asking.
debian_packages() {
  [[ $(id -u) == 0 ]] && have apt-get || return 1
  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"
}

has_chinese_font() { have fc-list && [[ -n $(fc-list :lang=zh family) ]]; }

browsers() {
  if ! have chromium || ! has_chinese_font; then
    step "chromium and a Chinese font" debian_packages chromium fontconfig fonts-noto-cjk ||
      fail "the tests need Chromium and a Chinese font" "as root: apt-get install chromium fontconfig fonts-noto-cjk"
  fi
  have firefox-esr || step "firefox" debian_packages firefox-esr ||
    printf '    no firefox-esr here: its smoke test is skipped\n' >&2
  CHROMIUM=$(command -v chromium)
  export CHROMIUM
}

golangci() {
  local binary=$cache/bin/golangci-lint stamp=$cache/bin/golangci-lint.version
  if [[ -x $binary && -f $stamp && $(<"$stamp") == "$golangci_version" ]]; then return; fi
  step "golangci-lint $golangci_version, compiled once" env GOBIN="$PWD/$cache/bin" \
    go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$golangci_version"
  printf '%s\n' "$golangci_version" >"$stamp"
}

# --- parts of the build ------------------------------------------------------

# locked COMMAND... keeps two runs of this script out of each other's outputs.
locked() {
  mkdir -p "$cache"
  (
    flock -n 9 || { printf '    waiting for another ./build.sh\n' >&2 && flock 9; }
    "$@" 9>&-
  ) 9>"$cache/build.lock"
}

compile_cli() {
  mkdir -p bin
  go build -trimpath -o bin/.vitrine ./indexer
  mv bin/.vitrine bin/vitrine
}

build_all() {
  npm_packages
  step "bin/vitrine" compile_cli
  step "dist" node web/build.mjs
  step "dist/THIRD_PARTY_NOTICES.txt" node web/scripts/notices.mjs dist/THIRD_PARTY_NOTICES.txt
}

# index_catalogue NAME OUT compiles a sample catalogue, again only when the
# catalogue, its configuration or the indexer changed.
index_catalogue() {
  local source=$catalogues/$1.jsonl config=$catalogues/$1.yaml out=$2 stamp=$cache/$1.sha256 inputs
  inputs=$(sha256sum bin/vitrine "$source" "$config")
  if [[ -f $out/manifest.json && -f $stamp && $(<"$stamp") == "$inputs" ]]; then return; fi
  mkdir -p "$(dirname "$out")"
  bin/vitrine build --catalog "$source" --config "$config" --out "$out"
  printf '%s\n' "$inputs" >"$stamp"
}

build_demo() {
  build_all
  step "English demo bundle" index_catalogue home-en dist/demo/bundle
  step "Chinese demo bundle" index_catalogue home-zh dist/demo/zh/bundle
  step "dist/demo" node web/scripts/assemble-demo.mjs dist/demo
}

build_edge() { step "dist/edge" node wasm/edge/build.mjs "$1"; }

build_everything() {
  build_demo
  build_edge dist/demo/bundle
}

# --- the verbs ---------------------------------------------------------------

verb_build() { locked build_all; }

verb_demo() {
  locked build_demo
  if [[ ${1-} == --no-serve ]]; then return; fi
  exec bin/vitrine serve --bundle dist/demo/bundle --site dist/demo
}

verb_edge() {
  if [[ $# == 0 ]]; then
    locked build_everything
    return
  fi
  local bundle=$1
  [[ $bundle == /* ]] || bundle=$caller/$bundle
  [[ -f $bundle/manifest.json ]] || fail "$bundle: no bundle here" "make one: bin/vitrine build --catalog FILE --out $1"
  locked build_all
  locked build_edge "$bundle"
}

verb_test() {
  locked build_everything
  browsers
  node web/scripts/test.mjs "$@"
}

# lint_wasm lints what the WebAssembly links of ours, as it is compiled for it.
lint_wasm() {
  export GOOS=js GOARCH=wasm
  local folders
  mapfile -t folders < <(go list -deps -f '{{if and .Module .Module.Main}}{{.Dir}}{{end}}' ./wasm/...)
  "$cache/bin/golangci-lint" run "${folders[@]}"
}

verb_lint() {
  locked npm_packages
  locked golangci
  step "golangci-lint" "$cache/bin/golangci-lint" run ./... "./$catalogues/generate"
  (step "golangci-lint, js/wasm" lint_wasm)
  step "biome" npx --no-install biome ci --error-on-warnings
  step "tsc" npx --no-install tsc --noEmit -p web/tsconfig.json
  step "tsc, Node" npx --no-install tsc --noEmit -p web/tsconfig.node.json
  if have shellcheck; then step "shellcheck" shellcheck build.sh .ci/run; fi
}

# bench_loading [DATA_DIR] visits the demo shop; --json and --runs N are handed on.
bench_loading() {
  local arguments=()
  while [[ $# != 0 ]]; do
    if [[ -d $caller/$1 ]]; then arguments+=("$caller/$1"); else arguments+=("$1"); fi
    shift
  done
  locked build_demo
  browsers
  node web/bench/loading.mjs "${arguments[@]}"
}

verb_bench() {
  case ${1-} in
    --loading)
      bench_loading "${@:2}"
      return
      ;;
    --lighthouse)
      locked build_demo
      browsers
      node web/bench/lighthouse.mjs "${@:2}"
      return
      ;;
  esac
  [[ $# == 1 ]] || fail "bench needs the folder of the data sets, --scale, --loading or --lighthouse" "./build.sh bench DATA_DIR"
  local data=$1
  if [[ $data == --scale ]]; then
    locked build_all
    browsers
    node web/bench/scale.mjs
    return
  fi
  [[ $data == /* ]] || data=$caller/$data
  locked build_all
  browsers
  node web/bench/run.mjs "$data"
}

verb_size() {
  locked build_demo
  node web/scripts/size.mjs
}

# verb_golden runs the golden tests of the packages that know the flag -update;
# the others would refuse it, and takes the screenshots anew.
verb_golden() {
  local packages
  mapfile -t packages < <(git grep -l 'flag.Bool("update"' -- '*_test.go' | xargs -n 1 dirname | sort -u)
  step "golden files" go test "${packages[@]/#/./}" -run Golden -update
  locked build_demo
  browsers
  step "screenshots" env UPDATE_GOLDENS=1 npx --no-install vitest run --config web/test/e2e/vitest.config.ts \
    test/e2e/screenshots.test.ts
  git --no-pager diff --stat -- testdata
}

verb_clean() {
  rm -rf bin dist "$cache" node_modules
  printf 'removed bin, dist, %s and node_modules\n' "$cache"
}

main() {
  local verb=${1-}
  case $verb in
  build | demo | edge | test | lint | bench | size | golden) require_toolchains ;;
  clean) ;;
  "" | help | -h | --help)
    usage
    return
    ;;
  *) fail "no verb \"$verb\"" "./build.sh lists them" ;;
  esac
  shift
  "verb_$verb" "$@"
}

main "$@"
