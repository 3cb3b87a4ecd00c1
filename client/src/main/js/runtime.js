// Parts of TeaVM's runtime, made for a library: the build puts them in the place of its own.

// A lambda that Java hands to JavaScript. What it captured are properties of the function.
const functor = (method) => {
  const call = (...args) => method(call, ...args);
  return call;
};

// Java's stack traces tell a page nothing that the native ones do not.
function fillStack() {}

// How a Java exception looks to a page. It asks for an error while it is being made, before it has its message.
function fillNativeException(exception) {
  const error = new Error();
  Object.defineProperty(error, "message", { get: () => String($rt_throwableMessage(exception)) });
  error[$rt_javaExceptionProp] = exception;
  exception.$jsException = error;
}
