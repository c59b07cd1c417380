// Package architecture has no code: its tests hold the lines that the compiler
// does not, namely who may import whom, what the browser's WebAssembly must not
// link, and how packages, files and folders are kept.
//
// They are tests and not only linter rules because they must look at two
// targets, native and js/wasm, and because a change that breaks one should fail
// where every other test fails, with the reason beside the rule.
package architecture
