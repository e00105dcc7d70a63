#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QCommandLineParser;

namespace sonde {

/// One option of a command, as its help, its manual page and the shells' completion tell it.
struct OptionDescription
{
    /// What a shell may offer as the option's value.
    enum class Values { None, Words, Files };

    QString name;         ///< without dashes
    QString shortName;    ///< one letter, or empty
    QString description;  ///< a sentence
    QString valueName;    ///< empty: a switch
    QString defaultValue; ///< may be empty
    Values values = Values::None;
    QStringList words;    ///< for Values::Words, as they are written: "kql"; "delay=" wants more behind it
    bool repeats = false; ///< may be given more than once
};

/// A command of one of the programs: the one source of --help, manual page and completion.
struct CommandDescription
{
    struct ExitCode
    {
        int code;
        QString meaning;
    };
    struct Example
    {
        QString meaning;
        QString line;
    };

    QString name;        ///< "sonde query"
    QString summary;     ///< a few words, for the list of manual pages
    QString description; ///< paragraphs with an empty line between them
    QList<OptionDescription> options;
    QString argumentName; ///< of what may follow the options; empty: nothing
    QString argumentSyntax;
    QString argumentDescription;
    bool takesFiles = false; ///< what may follow is the name of a file
    QList<ExitCode> exitCodes;
    QList<Example> examples; ///< only in the manual page
};

/// What every command has. QCommandLineParser's own would bring options along that are in no description.
OptionDescription helpOption();
OptionDescription versionOption();

/// Teaches \a parser the command's options, arguments and description.
void describe(QCommandLineParser &parser, const CommandDescription &command);
/// What --help prints. \a parser was taught the command.
QString helpText(const QCommandLineParser &parser, const CommandDescription &command);
/// The parser's own sentence, where \a arguments are not such; else empty.
QString parseErrorOf(QCommandLineParser &parser, const QStringList &arguments);

} // namespace sonde
