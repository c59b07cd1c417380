//go:build js

// Package jsbridge is the border between Go and JavaScript, and the only package
// that imports syscall/js. It stands alone so that the rules of the border are
// kept in one place, and the programs on the Go side read like any other Go.
//
// # The contract
//
// The host (web/src/engine/runtime.ts) starts the program with a function
// `vitrineReady` on the program's global object. Serve calls it once, with an
// object that has
//
//   - protocol, the number Protocol: a host refuses a program with another one;
//   - exit(), which ends the program; no method may be called after it;
//   - one function for each of the methods given to Serve.
//
// A method always returns a promise and never throws. An AbortSignal as its last
// argument cancels the method's context. The promise is fulfilled with undefined,
// with a string (JSON text: JavaScript parses it faster than Go could build the
// objects), with a small plain object, or with an object of further methods.
//
// The promise is rejected with an Error that has a property `code`: the
// bundle's code for a *bundle.Error, "bad_request" for an *engine.RequestError,
// "aborted" when the context was cancelled, and "internal" for everything else.
// A panic in a method is "internal", with Go's stack in the error's stack; the
// program can go on, but its state is in doubt, so that the host should start
// another. A panic in a goroutine that a method left behind, and running out of
// memory, end the program.
//
// Requests are read strictly: an unknown member, or one of another type, is a
// bad request that names it. Members that are undefined or null count as absent.
// What is passed must be plain data (the host clones it): a getter that throws
// would unwind the Go stack under the program's feet. Bytes are always copied;
// neither side sees the other's memory.
package jsbridge
