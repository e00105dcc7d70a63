// What the Kusto language service expects of its surroundings, for an engine that is neither a browser nor Node.
// Runs before the service's own two files.
(function (root) {
    'use strict';
    root.window = root;
    root.self = root;
    root.global = root;
    root.globalThis = root;
    root.setTimeout = function () {};
    root.addEventListener = function () {};
    root.attachEvent = function () {};

    // The service counts the generic type parameters of a function by reading its source text. This engine prints
    // "function() { [native code] }" for everything, so a text with the right number of names is made up.
    Function.prototype.toString = function () {
        const names = [];
        for (let i = 0; i < this.length; ++i)
            names.push('T' + i);
        return 'function ' + this.name + '(' + names.join(', ') + ') { }';
    };
})(this);
