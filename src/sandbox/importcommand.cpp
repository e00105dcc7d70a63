#include "sandbox/importcommand.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace sonde {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SandboxProgram)
};

tl::unexpected<Error> notValid(const QString &value, const char *option)
{
    return failure(ErrorKind::Usage,
                   //: %1: what was given; %2: an option’s name
                   Words::tr("“%1” is not a valid value of --%2.").arg(value, QString::fromLatin1(option)));
}

/// NAME=FILE or FILE; a file whose name has a = is one, too.
ImportSource sourceOf(const QString &word)
{
    const auto equals = word.indexOf(u'=');
    if (equals <= 0 || QFileInfo::exists(word) || word.left(equals).contains(u'/'))
        return {word, {}, {}};
    return {word.mid(equals + 1), word.left(equals), {}};
}

QString tableOf(const ImportSource &source)
{
    return kqlTableName(source.name.isEmpty() ? QFileInfo(source.path).completeBaseName() : source.name);
}

std::optional<QString> characterOf(const QString &word)
{
    if (word == u"tab" || word == u"\\t")
        return QStringLiteral("\t");
    return word.size() == 1 ? std::optional(word) : std::nullopt;
}

using Correct = bool (*)(CsvCorrections &, const QString &);

bool setDelimiter(CsvCorrections &csv, const QString &word)
{
    csv.delimiter = characterOf(word);
    return csv.delimiter.has_value();
}

bool setQuote(CsvCorrections &csv, const QString &word)
{
    csv.quote = word == u"none" ? QString() : characterOf(word);
    return csv.quote.has_value();
}

bool setHeader(CsvCorrections &csv, const QString &word)
{
    csv.hasHeader = word == u"yes";
    return word == u"yes" || word == u"no";
}

/// [TABLE=]WORD for one table or all.
Result<void> correctAll(QList<ImportSource> &sources, const QStringList &words, const char *option,
                        Correct correct)
{
    for (const QString &word : words) {
        const auto equals = word.indexOf(u'=');
        const bool isNamed = equals > 0 && equals < word.size() - 1;
        bool any = false;
        for (ImportSource &source : sources) {
            if (isNamed && tableOf(source) != word.left(equals))
                continue;
            any = true;
            if (!correct(source.csv, isNamed ? word.mid(equals + 1) : word))
                return notValid(word, option);
        }
        if (!any)
            return failure(ErrorKind::Usage, Words::tr("No table “%1” is imported.").arg(word.left(equals)));
    }
    return {};
}

} // namespace

Result<ImportCommand> ImportCommand::parse(const ImportCommand::Words &words)
{
    ImportCommand command;
    for (const QString &word : words.imports)
        command.sources += sourceOf(word);
    for (const auto &[list, option, correct] :
         {std::tuple(&words.delimiters, "import-delimiter", &setDelimiter),
          std::tuple(&words.quotes, "import-quote", &setQuote),
          std::tuple(&words.headers, "import-header", &setHeader)}) {
        if (const auto done = correctAll(command.sources, *list, option, correct); !done)
            return failure(done.error());
    }
    for (const QString &word : words.types) {
        const auto point = word.indexOf(u'.');
        const auto equals = word.lastIndexOf(u'=');
        const auto type = columnTypeFromName(word.mid(equals + 1).toStdString());
        if (point <= 0 || equals <= point + 1 || !type)
            return notValid(word, "import-type");
        command.types += {word.left(point), word.mid(point + 1, equals - point - 1), *type};
    }
    return command;
}

Result<void> ImportCommand::correct(QList<ImportGuess> &guesses) const
{
    for (const TypeCorrection &type : types) {
        bool found = false;
        for (ImportGuess &guess : guesses) {
            for (ImportTable &table : guess.tables) {
                for (ImportColumn &column : table.columns) {
                    if (table.name != type.table || column.name != type.column)
                        continue;
                    column.type = type.type;
                    found = true;
                }
            }
        }
        if (!found)
            //: %1: a table; %2: a column
            return failure(ErrorKind::Usage,
                           ::sonde::Words::tr("No table “%1” with a column “%2” is imported.")
                               .arg(type.table, type.column));
    }
    return {};
}

} // namespace sonde
