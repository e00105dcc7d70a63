#include "import/importfixture.h"

#include <QFile>

namespace sonde::test {

namespace {

QString textOf(const CellRef &cell)
{
    if (cell.isNull())
        return QStringLiteral("null");
    const Column &column = *cell.column;
    switch (column.type()) {
    case ColumnType::Bool:
        return column.integer(cell.row) != 0 ? QStringLiteral("true") : QStringLiteral("false");
    case ColumnType::Int:
    case ColumnType::Long:
        return QString::number(column.integer(cell.row));
    case ColumnType::Real:
        return QString::number(column.real(cell.row), 'g', 17);
    case ColumnType::DateTime:
        return QString::fromStdString(formatIsoDateTime(column.integer(cell.row)));
    case ColumnType::TimeSpan:
        return QString::fromStdString(formatTimespan(column.integer(cell.row)));
    default:
        break;
    }
    const std::string_view text = column.text(cell.row);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ImportFixture::ImportFixture()
    : m_kql(std::make_unique<KqlService>())
{}

QString ImportFixture::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qWarning("%s", qPrintable(file.errorString()));
    return file.fileName();
}

QString ImportFixture::import(const QList<ImportSource> &sources)
{
    const CancelState cancel;
    QList<ImportGuess> guesses;
    for (const ImportSource &source : sources) {
        const auto guessed = FileImport::guess(source, cancel);
        if (!guessed)
            return guessed.error().message;
        guesses += *guessed;
    }
    guess = guesses.front();
    const QString target = path(QStringLiteral("import-%1.duckdb").arg(++m_imports));
    const auto done = FileImport::run(guesses, target, {}, {}, cancel);
    if (!done)
        return done.error().message + u'\n' + done.error().detail;
    remarks = *done;
    Database::Options options;
    options.attached += {QStringLiteral("imported"), target};
    auto database = Database::inMemory(options);
    if (!database)
        return database.error().message + u'\n' + database.error().detail;
    const auto tables = FileImport::tablesOf(*database, QStringLiteral("imported"));
    if (!tables)
        return tables.error().message;
    m_tables = *tables;
    m_engine = std::make_unique<Engine>(*database, *m_kql, m_tables);
    m_database = *database;
    return {};
}

QString ImportFixture::columns(const QString &name) const
{
    for (const EngineTable &table : m_tables) {
        QStringList columns;
        for (const ColumnHeader &column : table.columns)
            columns += column.name + u' ' + columnTypeName(column.type);
        if (table.name == name)
            return columns.join(QStringLiteral(", "));
    }
    return QStringLiteral("no such table");
}

Result<ChunkedTable> ImportFixture::run(const QString &kql) const
{
    CollectingSink sink;
    const CancelState cancel;
    const auto done = m_engine->run({kql, {}, 0}, sink, cancel);
    if (!done)
        return failure(done.error());
    return sink.rows();
}

QString ImportFixture::query(const QString &kql) const
{
    const auto rows = run(kql);
    if (!rows)
        return rows.error().message + u' ' + rows.error().detail;
    QStringList lines;
    for (std::size_t row = 0; row < rows->rowCount(); ++row) {
        QStringList cells;
        for (int i = 0; i < rows->columnCount(); ++i)
            cells += textOf(rows->cell(row, i));
        lines += cells.join(u'|');
    }
    return lines.join(u'\n');
}

} // namespace sonde::test
