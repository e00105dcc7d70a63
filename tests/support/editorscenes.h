#pragma once

class QWidget;

namespace sonde {

class WindowFixture;

/// The scenes in which the query's editor is what is looked at; see Scene::open.

/// The bar below the query, in which a text is looked for.
QWidget *findInQuery(WindowFixture &fixture);
/// The same bar with what it takes to replace.
QWidget *replaceInQuery(WindowFixture &fixture);
/// A text looked for in three tabs.
QWidget *findInAllTabs(WindowFixture &fixture);
/// A query with parameters, one of which has a wrong value.
QWidget *parameterFields(WindowFixture &fixture);
/// The same, where a run waits for a value.
QWidget *askedParameter(WindowFixture &fixture);
/// The second of three queries at the caret, and all of them run.
QWidget *severalQueries(WindowFixture &fixture);
/// The first rows, and the number of all.
QWidget *previewedRows(WindowFixture &fixture);

} // namespace sonde
