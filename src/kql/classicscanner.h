#pragma once

#include <QList>
#include <QStringList>
#include <QStringView>
#include <vector>

namespace sonde {

/// A stretch of a classic search that is not white space.
struct ClassicToken
{
    enum class Kind : unsigned char {
        Word,     ///< a free word, or a name that the search makes
        Field,    ///< the name of one
        Command,  ///< behind a pipe
        Keyword,  ///< AND, by, desc and their like, where they are words of the language
        Function, ///< also of a value, as contains("x")
        Type,     ///< a value of the field Type: what KQL calls a table
        Value,    ///< without quotes
        Number,   ///< also a date, and the steps behind NOW
        Now,
        String, ///< with its quotes, also where the last one is missing
        Sign
    };
    Kind kind = Kind::Sign;
    qsizetype start = 0; ///< in units of the text
    qsizetype length = 0;
    bool operator==(const ClassicToken &) const = default;
};

/// What may be written behind what has been read.
enum class ClassicSpot : unsigned char {
    Term,          ///< of a filter: a field, a free word, a joining word
    Value,         ///< behind a comparison
    Bound,         ///< an end of a range
    Command,       ///< behind a pipe
    Function,      ///< of measure or extend
    Argument,      ///< of such a function
    AfterFunction, ///< by, as and their like
    Alias,         ///< a name that is made up
    GroupField,    ///< behind by
    AfterGroup,
    Interval,
    SortField,
    AfterSortField,
    Field, ///< of select, distinct or dedup
    JoinKind,
    JoinField,
    Nothing ///< that a list could help with
};

/// Cuts a classic search into its parts: all of any text, also of one that the parser refuses. Linear in the
/// text.
///
/// Characters beyond ASCII count as letters, so that a text of UTF-8 bytes may be given as one of Latin-1.
class ClassicScanner
{
public:
    /// Reads all of \a text, which outlives the scanner.
    explicit ClassicScanner(QStringView text);

    const QList<ClassicToken> &tokens() const { return m_tokens; }
    QStringView textOf(const ClassicToken &token) const { return m_text.mid(token.start, token.length); }

    /// Behind the text, if it ends between two parts.
    ClassicSpot spot() const { return m_spot; }
    /// Whether the text ends in `extend`, whose functions are others than those of measure.
    bool isInExtend() const { return m_level.command == u"extend"; }
    /// The field whose value is Value or Bound.
    const QString &field() const { return m_field; }
    /// The columns that measure or distinct has left for what comes now; empty where all are there.
    const QStringList &columns() const { return m_level.columns; }
    /// What extend has made so far.
    const QStringList &made() const { return m_level.made; }
    /// The types that the right side of a join has named, where one lies behind.
    const QStringList &joinedTypes() const { return m_level.joinedTypes; }

private:
    using Kind = ClassicToken::Kind;

    /// A search, or one within it.
    struct Level
    {
        QChar closer;                         ///< what ends it; null: the end of the text
        ClassicSpot next = ClassicSpot::Term; ///< what follows it
        QString command;                      ///< that is being read, in lower case; empty in the filter
        QStringList columns;                  ///< that the commands so far have left
        QStringList leaves;                   ///< the command that is being read
        bool isUnnamed = false;               ///< the last column, which may still be given a name
        QStringList made;                     ///< by extend
        QStringList joinedTypes;
        qsizetype firstToken = 0;
    };

    void step();
    bool stepSign(QChar c);
    void readPipe();
    void open(QChar closer, ClassicSpot next);
    void close();
    void readString();
    void readTerm();
    bool readOperator();
    void readFreeWord(qsizetype start);
    void markFieldBeforeIn();
    void readValue();
    void readCommandName();
    void readInCommand();
    void readName(qsizetype start);
    void readAfterFunction(qsizetype start, const QString &word);
    void readSignInCommand(QChar c);
    void beginCommand();
    void addMeasured(const QString &alias);

    QChar peek(qsizetype ahead = 0) const;
    qsizetype behindSpace(qsizetype at) const;
    bool isFilter() const;
    QString lowerFrom(qsizetype start) const;
    void take(Kind kind, qsizetype start) { m_tokens.append({kind, start, m_at - start}); }

    QStringView m_text;
    qsizetype m_at = 0;
    ClassicSpot m_spot = ClassicSpot::Term;
    QString m_field;
    int m_depth = 0; ///< of the parentheses of a function
    Level m_level;
    std::vector<Level> m_outer;
    QList<ClassicToken> m_tokens;
};

} // namespace sonde
