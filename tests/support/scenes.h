#pragma once

#include "support/windowfixture.h"

#include <QList>

class QWidget;

namespace sonde {

/// A window in a state that a person meets: what pictures are taken of, and what the tests of words, sizes
/// and accessibility walk through. No scene looks a widget up by its text, so that each works in every
/// language.
struct Scene
{
    enum class Kind { Window, Dialog };
    const char *name;
    Kind kind;
    /// Brings \a fixture's window, which is open, into the state; gives what is to be looked at, which is
    /// shown.
    QWidget *(*open)(WindowFixture &fixture);
};

/// Every window and dialog of the program.
const QList<Scene> &scenes();

} // namespace sonde
