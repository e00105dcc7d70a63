#pragma once

#include "results/writers.h"

#include <limits>

/// Rows that are hard to write and to read back, for the tests of whatever writes rows.
namespace sonde {

/// Texts that other formats have a meaning for.
inline std::vector<std::string> hardTexts()
{
    using namespace std::string_literals;
    return {"plain",
            "",
            " spaces  around ",
            "say \"hi\", it's",
            "one\ntwo\r\nthree\rfour",
            "a\tb",
            "bell\x07 escape\x1b[31m end\x01",
            "a,b;c|d",
            "back\\slash \\n \\u0041",
            "*bold* _em_ a_b `code` ~~no~~ [link](x) $x$",
            "<b>tag</b> & &amp; &#65;",
            "=1+1",
            "-2",
            "@x",
            "שלום עולם",
            "zero\u200bwidth \u202eback\u202c",
            "e\u0301 \U0001F600 \u2028 \u0085",
            "_x0041_",
            "null",
            "datetime(2026-11-22)",
            "007",
            "http://example.com/a?b=1&c=2"};
}

/// A column of each type: a null in each, the ends of each range, and hardTexts() as texts and as JSON.
inline ChunkedTable hardRows()
{
    ColumnBuilder flag(QStringLiteral("Flag"), ColumnType::Bool);
    ColumnBuilder small(QStringLiteral("Small"), ColumnType::Int);
    ColumnBuilder large(QStringLiteral("Large"), ColumnType::Long);
    ColumnBuilder real(QStringLiteral("Real"), ColumnType::Real);
    ColumnBuilder decimal(QStringLiteral("Decimal"), ColumnType::Decimal);
    ColumnBuilder guid(QStringLiteral("Guid"), ColumnType::Guid);
    ColumnBuilder when(QStringLiteral("When"), ColumnType::DateTime);
    ColumnBuilder span(QStringLiteral("Span"), ColumnType::TimeSpan);
    ColumnBuilder text(QStringLiteral("Te\"x,t"), ColumnType::String);
    ColumnBuilder bag(QStringLiteral("Bag"), ColumnType::Dynamic);
    using Limits = std::numeric_limits<std::int64_t>;
    const std::vector<std::int64_t> longs{0, -1, 9'007'199'254'740'993, Limits::max(), Limits::min() + 1, 42,
                                          5, -5};
    const std::vector<double> reals{0,
                                    -0.5,
                                    0.1,
                                    1e300,
                                    -1e-07,
                                    std::numeric_limits<double>::quiet_NaN(),
                                    std::numeric_limits<double>::infinity(),
                                    -std::numeric_limits<double>::infinity()};
    const std::vector<const char *> decimals{"0", "-1.5", "12345678901234567890.123", "0.000001"};
    const std::vector<const char *> moments{"2026-11-22T16:02:03.0400001Z", "2026-07-01T00:00:00Z",
                                            "1601-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z"};
    const std::vector<std::int64_t> spans{0, -1, 90 * ticksPerMinute, 400 * ticksPerDay + 1234567};
    const std::vector<const char *> bags{"{\"a\":[1,2],\"b\\n\":\"x\\/y \\u00e9\"}", "[]", "not json",
                                         "\"t\"", "1.50"};
    std::size_t row = 0;
    for (const std::string &value : hardTexts()) {
        flag.appendInteger(static_cast<std::int64_t>(row % 2));
        small.appendInteger(row % 2 == 0 ? static_cast<std::int64_t>(row) : -2147483647);
        large.appendInteger(longs[row % longs.size()]);
        real.appendReal(reals[row % reals.size()]);
        decimal.appendText(decimals[row % decimals.size()]);
        guid.appendText("74be27de-1e4e-49d9-b579-fe0b331d3642");
        when.appendInteger(*parseIsoDateTime(moments[row % moments.size()]));
        span.appendInteger(spans[row % spans.size()]);
        text.appendText(value);
        bag.appendText(bags[row % bags.size()]);
        ++row;
    }
    for (ColumnBuilder *column : {&flag, &small, &large, &real, &decimal, &guid, &when, &span, &text, &bag})
        column->appendNull();
    ChunkedTable table;
    table.append(Table({flag.build(), small.build(), large.build(), real.build(), decimal.build(),
                        guid.build(), when.build(), span.build(), text.build(), bag.build()},
                       row + 1));
    return table;
}

/// So many rows and columns of numbers; every other column has the name of the one before it.
inline ChunkedTable numberRows(std::size_t rows, int columns)
{
    QList<Column> all;
    for (int column = 0; column < columns; ++column) {
        ColumnBuilder builder(QStringLiteral("c%1").arg(column / 2), ColumnType::Long);
        for (std::size_t row = 0; row < rows; ++row)
            builder.appendInteger(static_cast<std::int64_t>(row) * columns + column);
        all.append(builder.build());
    }
    ChunkedTable table;
    table.append(Table(all, rows));
    return table;
}

} // namespace sonde
