// Quicker ways to do what the service's runtime (bridge.min.js) does most: it asks every object for half a dozen
// names put together from strings, and looks them up along the prototypes, to learn each time what depends on the
// object's class alone. Runs between the runtime and the service; the answers are the same.
(function (root) {
    'use strict';
    const Bridge = root.Bridge;
    const System = root.System;
    const isArray = Array.isArray;
    const typedArrays = new Set(Bridge.arrayTypes);

    Bridge.isArray = function (obj, ctor) {
        if (isArray(obj))
            return true;
        const type = ctor || (obj !== null && obj !== undefined ? obj.constructor : null);
        if (!type)
            return false;
        return typedArrays.has(type) || type.$isArray || false;
    };

    Bridge.referenceEquals = function (a, b) {
        return a === b || ((a === null || a === undefined) && (b === null || b === undefined));
    };

    // What a class makes of a type parameter: `find` is asked once for each of them.
    function perClass(find) {
        const known = new Map();
        const none = {};
        return function (obj, type) {
            const key = type || none;
            let classes = known.get(key);
            if (classes === undefined) {
                classes = new Map();
                known.set(key, classes);
            }
            const owner = obj.constructor;
            let answer = classes.get(owner);
            if (answer === undefined) {
                answer = find(obj, type);
                classes.set(owner, answer);
            }
            return answer;
        };
    }

    // An instance of one of the service's classes, whose members are those of the class.
    function isInstance(obj) {
        return typeof obj === 'object' && obj !== null && obj.constructor.$kind === 'class';
    }

    const slowCount = System.Array.getCount;
    const countMember = perClass(function (obj, type) {
        const names = ['System$Collections$ICollection$getCount', 'System$Collections$ICollection$Count', 'Count'];
        if (type) {
            const generic = 'System$Collections$Generic$ICollection$1$' + Bridge.getTypeAlias(type);
            if (typeof obj[generic + '$getCount'] === 'function' || typeof obj[names[0]] === 'function')
                return '';
            names.unshift(generic + '$Count');
        } else if (typeof obj[names[0]] === 'function') {
            return '';
        }
        const found = names.find(function (name) { return obj[name] !== undefined; });
        return found || '';
    });
    System.Array.getCount = function (obj, type) {
        if (isArray(obj))
            return obj.length;
        if (isInstance(obj)) {
            const name = countMember(obj, type);
            if (name !== '') {
                const count = obj[name];
                if (count !== undefined)
                    return count;
            }
        }
        return slowCount(obj, type);
    };

    const slowItem = System.Array.getItem;
    const itemMember = perClass(function (obj, type) {
        const name = 'System$Collections$Generic$IList$1$' + Bridge.getTypeAlias(type) + '$getItem';
        return typeof obj[name] === 'function' ? name : '';
    });
    System.Array.getItem = function (obj, index, type) {
        if (type) {
            if (isArray(obj))
                return obj[index];
            if (isInstance(obj)) {
                const name = itemMember(obj, type);
                if (name !== '')
                    return obj[name](index);
            }
        }
        return slowItem(obj, index, type);
    };

    const slowIs = Bridge.is;
    const isOfType = perClass(function (obj, type) { return slowIs(obj, type); });
    Bridge.is = function (obj, type, ignoreFn, allowNull) {
        if (obj === null || obj === undefined)
            return !!allowNull;
        if (ignoreFn !== true && typeof type === 'function' && isInstance(obj))
            return isOfType(obj, type);
        return slowIs(obj, type, ignoreFn, allowNull);
    };

    const slowEnumerator = Bridge.getEnumerator;
    const enumeratorMember = perClass(function (obj, type) {
        const names = ['System$Collections$Generic$IEnumerable$1$' + Bridge.getTypeAlias(type) + '$GetEnumerator',
                       'System$Collections$Generic$IEnumerable$1$GetEnumerator',
                       'System$Collections$IEnumerable$GetEnumerator'];
        return names.find(function (name) { return typeof obj[name] === 'function'; }) || '';
    });
    Bridge.getEnumerator = function (obj, name, type) {
        if (arguments.length === 2 && typeof name === 'function' && isInstance(obj)) {
            const member = enumeratorMember(obj, name);
            if (member !== '')
                return obj[member]();
        }
        return slowEnumerator.apply(this, arguments);
    };

    const slowHasValue = Bridge.hasValue;
    Bridge.hasValue = function (obj) {
        if (obj === null || obj === undefined)
            return false;
        return typeof obj !== 'object' || !obj.$boxed || slowHasValue(obj);
    };

    // Under which of two names an object has a member.
    const slowName = Bridge.geti;
    const memberNames = new Map();
    Bridge.geti = function (obj, first, second) {
        if (!isInstance(obj))
            return slowName(obj, first, second);
        let classes = memberNames.get(first);
        if (classes === undefined) {
            classes = new Map();
            memberNames.set(first, classes);
        }
        let name = classes.get(obj.constructor);
        if (name === undefined) {
            name = slowName(obj, first, second);
            // A property whose value is undefined just now looks as one that is missing.
            if (typeof obj[name] === 'function')
                classes.set(obj.constructor, name);
        }
        return name;
    };

    // The runtime marks an object that is just being asked with a property which it takes away again: an object that
    // lost a property is a slow one ever after.
    const slowHash = Bridge.getHashCode;
    const mostHashes = 20000;
    const hashes = new Map();
    const inside = new Set();
    // What an interrupted question left behind.
    let classesInTheMaking = 0;
    function counted(make) {
        return function () {
            ++classesInTheMaking;
            const made = make.apply(this, arguments);
            --classesInTheMaking;
            return made;
        };
    }
    Bridge.define = counted(Bridge.define);
    Bridge.init = counted(Bridge.init);
    root.sondeRuntime = {
        // Whether that was a class that is half made and known already: the engine is of no use then.
        forget: function () {
            inside.clear();
            Bridge.$equalsGuard = [];
            Bridge.$toStringGuard = [];
            return classesInTheMaking > 0;
        }
    };
    function textHash(text) {
        let hash = hashes.get(text);
        if (hash === undefined) {
            hash = slowHash(text);
            if (hashes.size >= mostHashes)
                hashes.clear();
            hashes.set(text, hash);
        }
        return hash;
    }
    Bridge.getHashCode = function (value, safe, deep) {
        if (typeof value === 'string' && value !== '')
            return textHash(value);
        if (!isInstance(value))
            return slowHash(value, safe, deep);
        if (typeof value.getHashCode === 'function' && value.getHashCode.length === 0 && !inside.has(value)) {
            inside.add(value);
            try {
                return value.getHashCode();
            } finally {
                inside.delete(value);
            }
        }
        if (!value.$$hashCode)
            value.$$hashCode = (Math.random() * 0x100000000) | 0;
        return value.$$hashCode;
    };

    // A generic class for its one or two type parameters.
    const slowType = Bridge.Class.getCachedType;
    Bridge.Class.getCachedType = function (generic, types) {
        if (types.length !== 1 && types.length !== 2)
            return slowType(generic, types);
        let known = generic.$known;
        if (known === undefined)
            known = generic.$known = new Map();
        if (types.length === 2) {
            let second = known.get(types[1]);
            if (second === undefined) {
                second = new Map();
                known.set(types[1], second);
            }
            known = second;
        }
        let found = known.get(types[0]);
        if (!found || found.args.length !== types.length) {
            found = slowType(generic, types);
            if (found)
                known.set(types[0], found);
        }
        return found;
    };

    // One prototype for all references, where the runtime defines two accessors on each.
    function Reference(owner, name) {
        this.owner = owner;
        this.name = name;
    }
    Object.defineProperty(Reference.prototype, 'v', {
        get: function () { return this.owner[this.name]; },
        set: function (value) { this.owner[this.name] = value; }
    });
    const slowRef = Bridge.ref;
    Bridge.ref = function (owner, name) {
        if (name === null || name === undefined || isArray(name))
            return slowRef(owner, name);
        return new Reference(owner, name);
    };
})(this);
