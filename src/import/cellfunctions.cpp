#include "import/cellfunctions.h"

#include "engine/scalarfunction.h"
#include "import/cellvalues.h"
#include "import/valuestore.h"
#include "results/jsontext.h"

#include <algorithm>
#include <simdjson.h>

namespace sonde::cells {

namespace {

struct CellTask
{
    TableNotes *notes;
    std::size_t column;
    ColumnType type;
    bool decimalComma;
};

using Texts = duck::Argument<std::string_view>;

void convertCells(duckdb_function_info info, duckdb_data_chunk chunk, duckdb_vector output)
{
    const auto &task = *static_cast<CellTask *>(duckdb_scalar_function_get_extra_info(info));
    const Texts texts(chunk, 0);
    const idx_t rows = duckdb_data_chunk_get_size(chunk);
    for (idx_t row = 0; row < rows; ++row) {
        const std::string_view text = texts.isNull(row) ? std::string_view() : texts.at(row);
        if (text.empty() || (task.type != ColumnType::String && isNullWord(text)))
            storeNull(output, row);
        else if (!storeText(output, row, text, task.type, task.decimalComma))
            task.notes->noteMisfit(task.column, text);
    }
}

bool addFunction(duckdb_connection connection, const QString &name, duckdb_logical_type result,
                 duckdb_scalar_function_t call, void *extra, duckdb_delete_callback_t destroy)
{
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, name.toUtf8().constData());
    duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    duckdb_scalar_function_add_parameter(function, text);
    duckdb_destroy_logical_type(&text);
    duckdb_scalar_function_set_return_type(function, result);
    duckdb_scalar_function_set_special_handling(function);
    // It writes notes: never to be called twice for one cell, or ahead of time.
    duckdb_scalar_function_set_volatile(function);
    duckdb_scalar_function_set_extra_info(function, extra, destroy);
    duckdb_scalar_function_set_function(function, call);
    const bool done = duckdb_register_scalar_function(connection, function) == DuckDBSuccess;
    duckdb_destroy_scalar_function(&function);
    return done;
}

using JsonType = simdjson::ondemand::json_type;

/// One value of a JSON object.
struct Member
{
    JsonType type;
    std::string_view raw;  ///< as it stands there
    std::string_view text; ///< of a string: what it says
};

/// Reads the members of objects, one object at a time. Of one thread.
class ObjectWalk
{
public:
    /// Calls \a visit with key and Member. False where \a json is no object.
    template <typename Visit>
    bool walk(std::string_view json, Visit visit)
    {
        if (m_buffer.size() < json.size() + simdjson::SIMDJSON_PADDING)
            m_buffer.resize(2 * json.size() + simdjson::SIMDJSON_PADDING);
        std::copy(json.begin(), json.end(), m_buffer.begin());
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        const auto error = m_parser.iterate(m_buffer.data(), json.size(), m_buffer.size()).get(document);
        if (error != simdjson::SUCCESS || document.get_object().get(object) != simdjson::SUCCESS)
            return false;
        for (auto &&result : object) {
            simdjson::ondemand::field field;
            std::string_view key;
            if (std::move(result).get(field) != simdjson::SUCCESS ||
                field.unescaped_key().get(key) != simdjson::SUCCESS || !read(field.value()))
                return false;
            visit(key, m_member);
        }
        return true;
    }

private:
    bool read(simdjson::ondemand::value &value)
    {
        if (value.type().get(m_member.type) != simdjson::SUCCESS)
            return false;
        if (m_member.type == JsonType::array)
            return rawOf<simdjson::ondemand::array>(value);
        if (m_member.type == JsonType::object)
            return rawOf<simdjson::ondemand::object>(value);
        std::string_view &raw = m_member.raw;
        raw = value.raw_json_token();
        while (!raw.empty() && static_cast<unsigned char>(raw.back()) <= ' ')
            raw.remove_suffix(1);
        if (m_member.type == JsonType::string) {
            m_text.clear();
            unescapeJson(raw.substr(1, std::max<std::size_t>(raw.size(), 2) - 2), m_text);
            m_member.text = m_text;
        }
        return true;
    }

    template <typename Container>
    bool rawOf(simdjson::ondemand::value &value)
    {
        Container container;
        return value.get(container) == simdjson::SUCCESS &&
               container.raw_json().get(m_member.raw) == simdjson::SUCCESS;
    }

    simdjson::ondemand::parser m_parser;
    std::string m_buffer;
    std::string m_text; ///< of a string, its escapes undone
    Member m_member;
};

void tell(TypeGuess &guess, const Member &member)
{
    switch (member.type) {
    case JsonType::string:
        guess.addQuotedText(member.text);
        break;
    case JsonType::number:
        if (toLong(member.raw))
            guess.addLong();
        else
            guess.addReal();
        break;
    case JsonType::boolean:
        guess.addBool();
        break;
    case JsonType::array:
    case JsonType::object:
        guess.addNested();
        break;
    default:
        break;
    }
}

bool isNested(const Member &member)
{
    return member.type == JsonType::array || member.type == JsonType::object;
}

/// JSON text of a value, as a column of type dynamic has it.
std::string dynamicText(const Member &member)
{
    if (isNested(member))
        return toDynamic(member.raw).value_or(std::string(member.raw));
    if (member.type != JsonType::string)
        return std::string(member.raw);
    std::string quoted;
    appendJsonString(quoted, member.text);
    return quoted;
}

/// The columns of a STRUCT, filled from objects.
class ObjectTask
{
public:
    explicit ObjectTask(TableNotes &notes)
        : m_notes(notes)
    {
        for (qsizetype i = 0; i < notes.columns().size(); ++i)
            m_columns.emplace(notes.columns().at(i).original.toStdString(), static_cast<std::size_t>(i));
    }

    duckdb_logical_type structType() const
    {
        std::vector<duckdb_logical_type> types;
        std::vector<std::string> names;
        for (const ImportColumn &column : m_notes.columns()) {
            types.push_back(storageType(column.type));
            names.push_back("c" + std::to_string(names.size()));
        }
        std::vector<const char *> pointers;
        for (const std::string &name : names)
            pointers.push_back(name.c_str());
        const duckdb_logical_type type =
            duckdb_create_struct_type(types.data(), pointers.data(), types.size());
        for (duckdb_logical_type &member : types)
            duckdb_destroy_logical_type(&member);
        return type;
    }

    void fill(duckdb_data_chunk chunk, duckdb_vector output) const;

private:
    void store(duckdb_vector vector, idx_t row, std::size_t column, const Member &member) const;

    TableNotes &m_notes;
    std::map<std::string, std::size_t, std::less<>> m_columns;
};

void ObjectTask::store(duckdb_vector vector, idx_t row, std::size_t index, const Member &member) const
{
    const ImportColumn &column = m_notes.columns().at(static_cast<qsizetype>(index));
    if (member.type == JsonType::null) {
        storeNull(vector, row);
        return;
    }
    if (column.type == ColumnType::Dynamic) {
        storePlain(vector, row, dynamicText(member));
        return;
    }
    const std::string_view text = member.type == JsonType::string ? member.text : member.raw;
    if (isNested(member) || !storeText(vector, row, text, column.type, column.decimalComma)) {
        storeNull(vector, row);
        m_notes.noteMisfit(index, text, isNested(member));
    }
}

void ObjectTask::fill(duckdb_data_chunk chunk, duckdb_vector output) const
{
    thread_local ObjectWalk walk;
    const Texts texts(chunk, 0);
    const idx_t rows = duckdb_data_chunk_get_size(chunk);
    std::vector<duckdb_vector> members;
    for (idx_t i = 0; i < m_columns.size(); ++i)
        members.push_back(duckdb_struct_vector_get_child(output, i));
    std::vector<bool> filled(members.size());
    for (idx_t row = 0; row < rows; ++row) {
        std::fill(filled.begin(), filled.end(), false);
        const bool isObject =
            !texts.isNull(row) && walk.walk(texts.at(row), [&](std::string_view key, const Member &member) {
                const auto found = m_columns.find(key);
                if (found == m_columns.end()) {
                    m_notes.noteKey(key, [&member](TypeGuess &guess) { tell(guess, member); });
                } else if (!filled[found->second]) {
                    filled[found->second] = true;
                    store(members[found->second], row, found->second, member);
                }
            });
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!filled[i])
                storeNull(members[i], row);
        }
        if (!isObject) {
            storeNull(output, row);
            m_notes.noteRowLeftOut();
        }
    }
}

} // namespace

bool registerCellFunction(void *connection, const QString &name, TableNotes &notes, qsizetype column)
{
    const ImportColumn &facts = notes.columns().at(column);
    auto *task = new CellTask{&notes, static_cast<std::size_t>(column), facts.type, facts.decimalComma};
    duckdb_logical_type result = storageType(facts.type);
    const bool done = addFunction(static_cast<duckdb_connection>(connection), name, result, convertCells,
                                  task, [](void *extra) { delete static_cast<CellTask *>(extra); });
    duckdb_destroy_logical_type(&result);
    return done;
}

bool registerObjectFunction(void *connection, const QString &name, TableNotes &notes)
{
    auto *task = new ObjectTask(notes);
    duckdb_logical_type result = task->structType();
    const auto call = [](duckdb_function_info info, duckdb_data_chunk chunk, duckdb_vector output) {
        static_cast<ObjectTask *>(duckdb_scalar_function_get_extra_info(info))->fill(chunk, output);
    };
    const bool done = addFunction(static_cast<duckdb_connection>(connection), name, result, call, task,
                                  [](void *extra) { delete static_cast<ObjectTask *>(extra); });
    duckdb_destroy_logical_type(&result);
    return done;
}

bool guessFromObject(std::string_view json, QStringList &keys, std::map<std::string, TypeGuess> &guesses)
{
    thread_local ObjectWalk walk;
    return walk.walk(json, [&](std::string_view key, const Member &member) {
        const auto [found, isNew] = guesses.try_emplace(std::string(key));
        if (isNew)
            keys.append(QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
        tell(found->second, member);
        if (member.type != JsonType::null)
            found->second.see(member.type == JsonType::string ? member.text : member.raw);
    });
}

} // namespace sonde::cells
