#include "engine/judge/shrink.h"

#include "engine/judge/forms.h"

#include <functional>

namespace sonde::judge {

namespace {

constexpr int mostTrials = 600;

using Visit = std::function<void(Piece &)>;

void visitPieces(Piece &piece, const Visit &visit)
{
    visit(piece);
    for (Piece &part : piece.parts)
        visitPieces(part, visit);
}

void visitPieces(Query &query, const Visit &visit)
{
    for (Step &step : query.steps) {
        for (std::vector<Item> *items : {&step.items, &step.by}) {
            for (Item &item : *items)
                visitPieces(item.piece, visit);
        }
        for (Query &side : step.sides)
            visitPieces(side, visit);
    }
}

void visitPieces(Question &question, const Visit &visit)
{
    for (Item &let : question.lets)
        visitPieces(let.piece, visit);
    visitPieces(question.query, visit);
}

template <typename List>
void eraseAt(List &list, std::size_t at)
{
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(at));
}

void addShorterQueries(const Query &query, const std::function<void(Query)> &add)
{
    for (std::size_t i = query.source.isEmpty() ? 1 : 0; i < query.steps.size(); ++i) {
        Query shorter = query;
        eraseAt(shorter.steps, i);
        add(std::move(shorter));
    }
    for (std::size_t i = 0; i < query.steps.size(); ++i) {
        const Step &step = query.steps.at(i);
        for (std::size_t side = 0; side < step.sides.size(); ++side) {
            addShorterQueries(step.sides.at(side), [&](Query shorterSide) {
                Query shorter = query;
                shorter.steps.at(i).sides.at(side) = std::move(shorterSide);
                add(std::move(shorter));
            });
        }
        for (std::size_t item = 0; step.items.size() > 1 && item < step.items.size(); ++item) {
            Query shorter = query;
            eraseAt(shorter.steps.at(i).items, item);
            add(std::move(shorter));
        }
        for (std::size_t key = 0; key < step.by.size(); ++key) {
            Query shorter = query;
            eraseAt(shorter.steps.at(i).by, key);
            add(std::move(shorter));
        }
    }
}

/// One piece less: a part in its place, or a value.
void addSimplerPieces(const Question &question, std::vector<Question> &simpler)
{
    std::vector<Piece> pieces;
    Question original = question;
    visitPieces(original, [&pieces](Piece &piece) { pieces.push_back(piece); });
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const Piece &piece = pieces.at(at);
        if (piece.isFixed)
            continue;
        std::vector<Piece> replacements;
        Piece whole = piece;
        visitPieces(whole, [&](Piece &part) {
            if (part.type == piece.type && part.text() != piece.text())
                replacements.push_back(part);
        });
        if (!piece.parts.empty()) {
            for (const Value &value : valuesOf(piece.type, false))
                replacements.push_back({piece.type, kqlLiteral(value, piece.type), {}});
        }
        if (replacements.size() > 6)
            replacements.resize(6);
        for (const Piece &replacement : replacements) {
            Question changed = question;
            std::size_t place = 0;
            visitPieces(changed, [&](Piece &each) {
                if (place++ == at)
                    each = replacement;
            });
            simpler.push_back(std::move(changed));
        }
    }
}

void addFewerRows(const Question &question, std::vector<Question> &simpler)
{
    for (std::size_t table = 0; table < question.tables.size(); ++table) {
        for (std::size_t row = 0; row < question.tables.at(table).rows.rows.size(); ++row) {
            Question fewer = question;
            eraseAt(fewer.tables.at(table).rows.rows, row);
            simpler.push_back(std::move(fewer));
        }
        const Rows &rows = question.tables.at(table).rows;
        for (int column = 0; rows.columns.size() > 1 && column < rows.columns.size(); ++column) {
            Question narrower = question;
            narrower.tables.at(table).rows.columns.removeAt(column);
            for (Row &row : narrower.tables.at(table).rows.rows)
                eraseAt(row, static_cast<std::size_t>(column));
            simpler.push_back(std::move(narrower));
        }
    }
}

std::vector<Question> simplerOf(const Question &question)
{
    std::vector<Question> simpler;
    for (std::size_t i = 0; i < question.tables.size(); ++i) {
        Question without = question;
        eraseAt(without.tables, i);
        // What is not written down is the workspace's own table: no step forward where it is read.
        if (!without.query.text().contains(question.tables.at(i).name))
            simpler.push_back(std::move(without));
    }
    for (std::size_t i = 0; i < question.lets.size(); ++i) {
        Question without = question;
        eraseAt(without.lets, i);
        simpler.push_back(std::move(without));
    }
    addShorterQueries(question.query, [&](Query shorter) {
        Question changed = question;
        changed.ordered = question.ordered && !shorter.steps.empty() &&
                          shorter.steps.back().text() == question.query.steps.back().text();
        changed.query = std::move(shorter);
        simpler.push_back(std::move(changed));
    });
    addFewerRows(question, simpler);
    addSimplerPieces(question, simpler);
    return simpler;
}

} // namespace

Question shrunk(const Question &question, const std::vector<NamedRows> &tables,
                const std::function<bool(const Question &)> &differs)
{
    int trials = 0;
    const auto tried = [&](const Question &candidate) {
        ++trials;
        return differs(candidate);
    };
    Question smallest = question;
    bool inlined = false;
    for (bool found = true; found && trials < mostTrials;) {
        found = false;
        for (Question &candidate : simplerOf(smallest)) {
            if (trials >= mostTrials)
                break;
            if (candidate.text().size() >= smallest.text().size() || !tried(candidate))
                continue;
            smallest = std::move(candidate);
            found = true;
            break;
        }
        if (found || inlined)
            continue;
        // The rows may matter: from here on they stand in the query.
        inlined = true;
        Question written = smallest;
        written.tables = tables;
        if (tried(written)) {
            smallest = std::move(written);
            found = true;
        }
    }
    return smallest;
}

} // namespace sonde::judge
