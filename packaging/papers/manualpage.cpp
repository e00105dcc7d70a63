#include "manualpage.h"

namespace sonde {

namespace {

/// Text that roff prints as it stands.
QString roff(QString text)
{
    text.replace(u'\\', QLatin1String("\\(rs"));
    text.replace(u'-', QLatin1String("\\-"));
    text.replace(u'\'', QLatin1String("\\(aq"));
    text.replace(QLatin1String("\n."), QLatin1String("\n\\&."));
    if (text.startsWith(u'.'))
        text.prepend(QLatin1String("\\&"));
    return text;
}

QString bold(const QString &text)
{
    return QLatin1String("\\fB") + roff(text) + QLatin1String("\\fR");
}

QString italic(const QString &text)
{
    return QLatin1String("\\fI") + roff(text) + QLatin1String("\\fR");
}

QString section(const QString &title)
{
    return QLatin1String(".SH ") + title + u'\n';
}

QString paragraphs(const QString &text)
{
    QString out;
    for (const QString &paragraph : text.split(QLatin1String("\n\n")))
        out += (out.isEmpty() ? QString() : QStringLiteral(".PP\n")) + roff(paragraph) + u'\n';
    return out;
}

QString item(const QString &term, const QString &meaning)
{
    return QLatin1String(".TP\n") + term + u'\n' + roff(meaning) + u'\n';
}

QString optionTerm(const OptionDescription &option)
{
    QString term;
    if (!option.shortName.isEmpty())
        term += bold(u'-' + option.shortName) + QLatin1String(", ");
    term += bold(QLatin1String("--") + option.name);
    if (!option.valueName.isEmpty())
        term += QLatin1String(" ") + italic(option.valueName);
    return term;
}

QString options(const CommandDescription &command)
{
    QString out;
    for (const OptionDescription &option : command.options)
        out += item(optionTerm(option), option.description);
    if (!command.argumentName.isEmpty())
        out += item(bold(command.argumentSyntax), command.argumentDescription);
    return out;
}

QString synopsis(const CommandDescription &command)
{
    return bold(command.name) + QLatin1String(" [") + italic(QStringLiteral("OPTION")) +
           QLatin1String("]... ") + roff(command.argumentSyntax);
}

} // namespace

QString manualPage(const ProgramDescription &program, const QString &version, const QDate &date)
{
    const CommandDescription &first = program.commands.first();
    QString page = QStringLiteral(".\\\" Written by sonde-papers from what the program itself says.\n"
                                  ".TH %1 1 %2 \"Sonde %3\" \"User Commands\"\n")
                       .arg(first.name.toUpper(), date.toString(Qt::ISODate), version);
    page.replace(QLatin1String("-SANDBOX 1"), QLatin1String("\\-SANDBOX 1"));
    page += section(QStringLiteral("NAME")) + roff(first.name) + QLatin1String(" \\- ") +
            roff(first.summary) + u'\n';
    page += section(QStringLiteral("SYNOPSIS"));
    for (qsizetype i = 0; i < program.commands.size(); ++i)
        page += (i > 0 ? QStringLiteral(".br\n") : QString()) + synopsis(program.commands.at(i)) + u'\n';
    page += section(QStringLiteral("DESCRIPTION")) + paragraphs(first.description);
    page += section(QStringLiteral("OPTIONS")) + options(first);
    for (const CommandDescription &command : program.commands.mid(1)) {
        page += section(u'"' + command.name.toUpper() + u'"') + paragraphs(command.description);
        page += options(command);
    }
    QList<CommandDescription::Example> examples;
    for (const CommandDescription &command : program.commands) {
        examples += command.examples;
        if (command.exitCodes.isEmpty())
            continue;
        page += section(QStringLiteral("\"EXIT STATUS\""));
        if (program.commands.size() > 1)
            page += QStringLiteral("Of %1:\n").arg(bold(command.name));
        for (const CommandDescription::ExitCode &code : command.exitCodes)
            page += item(bold(QString::number(code.code)), code.meaning);
    }
    if (!examples.isEmpty())
        page += section(QStringLiteral("EXAMPLES"));
    for (qsizetype i = 0; i < examples.size(); ++i) {
        page += (i > 0 ? QStringLiteral(".PP\n") : QString()) + roff(examples.at(i).meaning) +
                QLatin1String(":\n.PP\n.nf\n.RS\n") + roff(examples.at(i).line) +
                QLatin1String("\n.RE\n.fi\n");
    }
    const QList<std::pair<QString, QList<CommandDescription::Example>>> lists{
        {QStringLiteral("FILES"), program.files}, {QStringLiteral("ENVIRONMENT"), program.environment}};
    for (const auto &[title, items] : lists) {
        if (!items.isEmpty())
            page += section(title);
        for (const CommandDescription::Example &one : items)
            page += item(italic(one.line), one.meaning);
    }
    if (!program.seeAlso.isEmpty()) {
        QStringList pages;
        for (const QString &other : program.seeAlso)
            pages << bold(other.section(u'(', 0, 0)) + u'(' + other.section(u'(', 1);
        page += section(QStringLiteral("\"SEE ALSO\"")) + pages.join(QLatin1String(", ")) + u'\n';
    }
    return page;
}

} // namespace sonde
