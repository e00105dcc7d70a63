#pragma once

#include "core/query.h"
#include "core/result.h"
#include "core/senttext.h"

#include <QSize>
#include <QStringList>

namespace sonde {

/// `sonde query`: one query without a window.
struct QueryCommand
{
    enum class Source { Demo, Connection, EndpointsFile, StoredResult };
    Source source = Source::Demo;
    /// Name or id of the connection, or the path of the endpoints file or of the stored result.
    QString sourceName;
    Query query;     ///< with the values of its parameters
    SentText text;   ///< the way back from its text to the one that was given
    QString outFile; ///< empty: standard output
    QString format;  ///< one of queryFormats()
    QString profile; ///< the name of an export profile, in place of a format; empty: none
};

/// `sonde check`: what is wrong with query files.
struct CheckCommand
{
    QStringList files;  ///< - is standard input
    QString schemaFile; ///< empty: none
    QString connection; ///< the name or id of whose tables there are, in place of a file; neither: any tables
};

/// `sonde format`: query files as the language service's formatter writes them.
struct FormatCommand
{
    enum class Mode {
        Print, ///< to standard output
        Write, ///< in their own place
        Check  ///< not at all: say which would change
    };
    QStringList files; ///< - is standard input, which has no place of its own
    Mode mode = Mode::Print;
};

/// `sonde`: the window.
struct WindowCommand
{
    bool demo = false;
    QString screenshot;       ///< write the window there after its first query, then end
    QString theme;            ///< empty, or light or dark for this run
    QSize size;               ///< of the window, for screenshots
    QStringList files;        ///< queries to open
    bool newQuery = false;    ///< a tab for a new query
    bool newInstance = false; ///< a session of its own beside the running program's
};

/// What the command line asks for, without side effects. \a arguments begins with the program's name.
class CommandLine
{
public:
    enum class Action { Window, Query, Check, Format, ShowText, ShowVersion };

    /// Fails with Usage and a sentence on what is wrong.
    static Result<CommandLine> parse(const QStringList &arguments);

    Action action = Action::Window;
    WindowCommand window;
    QueryCommand query;
    CheckCommand check;
    FormatCommand format;
    QString text; ///< for ShowText: help
};

} // namespace sonde
