#include "completion.h"

namespace sonde {

namespace {

using Values = OptionDescription::Values;

const QString note = QStringLiteral("# Written by sonde-papers from what the program itself says.\n");

/// "query" of "sonde query".
QString wordOf(const CommandDescription &command)
{
    return command.name.section(u' ', 1);
}

/// In single quotes, as every one of the shells takes it.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

QStringList dashed(const OptionDescription &option)
{
    QStringList names;
    if (!option.shortName.isEmpty())
        names << u'-' + option.shortName;
    return names << QLatin1String("--") + option.name;
}

QString functionOf(const QList<CommandDescription> &commands)
{
    return u'_' + QString(commands.first().name).replace(u'-', u'_');
}

/// The lines of a bash `case` on "COMMAND OPTION" that complete an option's value.
QString bashValues(const CommandDescription &command)
{
    QString files;
    QString others;
    QString lines;
    for (const OptionDescription &option : command.options) {
        if (option.valueName.isEmpty())
            continue;
        const QString label = quoted(command.name + QLatin1String(" --") + option.name);
        if (option.values == Values::Words) {
            lines += QStringLiteral("    %1) words=%2 ;;\n").arg(label, quoted(option.words.join(u' ')));
        } else {
            QString &list = option.values == Values::Files ? files : others;
            list += (list.isEmpty() ? QString() : QStringLiteral(" | ")) + label;
        }
    }
    if (!files.isEmpty())
        lines += QStringLiteral("    %1) files=yes ;;\n").arg(files);
    if (!others.isEmpty())
        lines += QStringLiteral("    %1) return ;;\n").arg(others);
    return lines;
}

/// And those that complete an option or what may follow them.
QString bashWords(const CommandDescription &command, const QStringList &subcommands)
{
    QStringList words;
    for (const OptionDescription &option : command.options)
        words += dashed(option);
    QString line = QStringLiteral("        %1)\n            words=%2\n")
                       .arg(quoted(command.name), quoted((subcommands + words).join(u' ')));
    if (command.takesFiles)
        line += QStringLiteral("            [[ $current == -* ]] || files=yes\n");
    return line + QStringLiteral("            ;;\n");
}

/// What _arguments takes of one option: the names exclude each other, a colon ends a part.
QString zshSpecification(const OptionDescription &option)
{
    const auto plain = [](QString text) {
        return text.replace(u'\\', QLatin1String("\\\\"))
            .replace(u'[', QLatin1String("\\["))
            .replace(u']', QLatin1String("\\]"))
            .replace(u':', QLatin1String("\\:"));
    };
    QString value;
    if (!option.valueName.isEmpty()) {
        const QString action = option.values == Values::Words   ? u'(' + option.words.join(u' ') + u')'
                               : option.values == Values::Files ? QStringLiteral("_files")
                                                                : QStringLiteral(" ");
        value = u':' + plain(option.valueName) + u':' + action;
    }
    const QStringList names = dashed(option);
    QStringList specifications;
    for (const QString &name : names) {
        const QString before = option.repeats ? QStringLiteral("*") : u'(' + names.join(u' ') + u')';
        specifications << quoted(before + name + (value.isEmpty() ? QString() : QStringLiteral("=")) + u'[' +
                                 plain(option.description) + u']' + value);
    }
    return specifications.join(u' ');
}

QString zshArguments(const CommandDescription &command, const QString &rest)
{
    QStringList specifications;
    for (const OptionDescription &option : command.options)
        specifications << zshSpecification(option);
    if (!rest.isEmpty())
        specifications << rest;
    return QStringLiteral("_arguments -S \\\n        ") +
           specifications.join(QLatin1String(" \\\n        ")) + u'\n';
}

} // namespace

QString bashCompletion(const QList<CommandDescription> &commands)
{
    const CommandDescription &first = commands.first();
    const QString function = functionOf(commands);
    QString choose;
    QString values;
    QString words;
    QStringList subcommands;
    for (const CommandDescription &command : commands.mid(1)) {
        subcommands << wordOf(command);
        choose += QStringLiteral("    [[ $COMP_CWORD -gt 1 && ${COMP_WORDS[1]} == %1 ]] && command=%2\n")
                      .arg(wordOf(command), quoted(command.name));
    }
    for (const CommandDescription &command : commands) {
        values += bashValues(command);
        words += bashWords(command, command.name == first.name ? subcommands : QStringList());
    }
    return QStringLiteral(R"(%1
%2()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=%3 words= files=
    COMPREPLY=()
    # bash takes --option=value apart.
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
%4    case "$command $previous" in
%5    *)
        case $command in
%6        esac
        ;;
    esac
    [[ -n $words ]] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ -n $files ]]; then
        compopt -o filenames 2>/dev/null
        local names
        mapfile -t names < <(compgen -f -- "$current")
        COMPREPLY+=("${names[@]}")
    fi
    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F %2 %3
)")
        .arg(note, function, quoted(first.name), choose, values, words);
}

QString zshCompletion(const QList<CommandDescription> &commands)
{
    const CommandDescription &first = commands.first();
    QString text = QStringLiteral("#compdef %1\n%2\n").arg(first.name, note);
    QStringList subcommands;
    for (const CommandDescription &command : commands.mid(1)) {
        subcommands << quoted(wordOf(command) + u':' + command.summary);
        text += QStringLiteral("if (( CURRENT > 2 )) && [[ ${words[2]} == %1 ]]; then\n"
                               "    shift words\n    (( CURRENT-- ))\n    %2    return\nfi\n")
                    .arg(wordOf(command), zshArguments(command, {}));
    }
    QString rest = first.takesFiles ? quoted(QStringLiteral("*:file:_files")) : QString();
    if (!subcommands.isEmpty()) {
        text += QStringLiteral("%1_first()\n{\n    local -a commands=(%2)\n    _describe command commands\n"
                               "    _files\n}\n")
                    .arg(functionOf(commands), subcommands.join(u' '));
        rest = quoted(QStringLiteral("1:command or file:%1_first").arg(functionOf(commands))) + u' ' + rest;
    }
    return text + zshArguments(first, rest);
}

QString fishCompletion(const QList<CommandDescription> &commands)
{
    const CommandDescription &first = commands.first();
    QString text = note;
    QStringList subcommands;
    for (const CommandDescription &command : commands.mid(1))
        subcommands << wordOf(command);
    if (!first.takesFiles)
        text += QStringLiteral("complete -c %1 -f\n").arg(first.name);
    for (const CommandDescription &command : commands) {
        QString condition;
        if (!subcommands.isEmpty()) {
            condition =
                command.name == first.name
                    ? QStringLiteral(" -n 'not __fish_seen_subcommand_from %1'").arg(subcommands.join(u' '))
                    : QStringLiteral(" -n '__fish_seen_subcommand_from %1'").arg(wordOf(command));
        }
        if (command.name != first.name) {
            text += QStringLiteral("complete -c %1 -n __fish_use_subcommand -a %2 -d %3\n")
                        .arg(first.name, wordOf(command), quoted(command.summary));
        }
        for (const OptionDescription &option : command.options) {
            QString line = QStringLiteral("complete -c %1%2").arg(first.name, condition);
            if (!option.shortName.isEmpty())
                line += QLatin1String(" -s ") + option.shortName;
            line += QLatin1String(" -l ") + option.name;
            if (option.values == Values::Files)
                line += QLatin1String(" -r -F");
            else if (!option.valueName.isEmpty())
                line += QLatin1String(" -x");
            if (option.values == Values::Words)
                line += QLatin1String(" -a ") + quoted(option.words.join(u' '));
            // fish knows \' within single quotes, and no other way.
            QString description = option.description;
            description.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'"));
            text += line + QLatin1String(" -d '") + description + QLatin1String("'\n");
        }
    }
    return text;
}

} // namespace sonde
