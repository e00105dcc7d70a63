#pragma once

#include <QString>
#include <duckdb.h>

/// DuckDB's C handles as values that give themselves back. Internal to the engine.
namespace sonde::duck {

class Connection
{
public:
    explicit Connection(duckdb_database database)
    {
        m_valid = duckdb_connect(database, &m_handle) == DuckDBSuccess;
    }
    ~Connection()
    {
        if (m_valid)
            duckdb_disconnect(&m_handle);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    bool isValid() const { return m_valid; }
    duckdb_connection get() const { return m_handle; }

private:
    duckdb_connection m_handle = nullptr;
    bool m_valid = false;
};

class Statement
{
public:
    Statement(const Connection &connection, const QByteArray &sql)
    {
        m_valid = duckdb_prepare(connection.get(), sql.constData(), &m_handle) == DuckDBSuccess;
    }
    ~Statement() { duckdb_destroy_prepare(&m_handle); }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    bool isValid() const { return m_valid; }
    QString error() const { return QString::fromUtf8(duckdb_prepare_error(m_handle)); }
    duckdb_prepared_statement get() const { return m_handle; }

private:
    duckdb_prepared_statement m_handle = nullptr;
    bool m_valid = false;
};

/// A statement on its way to its first rows, which are then streamed.
class Pending
{
public:
    explicit Pending(const Statement &statement)
    {
        m_valid = duckdb_pending_prepared_streaming(statement.get(), &m_handle) == DuckDBSuccess;
    }
    ~Pending() { duckdb_destroy_pending(&m_handle); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;
    bool isValid() const { return m_valid; }
    QString error() const { return QString::fromUtf8(duckdb_pending_error(m_handle)); }
    duckdb_pending_result get() const { return m_handle; }

private:
    duckdb_pending_result m_handle = nullptr;
    bool m_valid = false;
};

class QueryResult
{
public:
    QueryResult() = default;
    ~QueryResult() { duckdb_destroy_result(&m_result); }
    QueryResult(const QueryResult &) = delete;
    QueryResult &operator=(const QueryResult &) = delete;
    duckdb_result *get() { return &m_result; }
    QString error() { return QString::fromUtf8(duckdb_result_error(&m_result)); }

private:
    duckdb_result m_result = {};
};

class Chunk
{
public:
    explicit Chunk(duckdb_data_chunk handle)
        : m_handle(handle)
    {}
    ~Chunk() { duckdb_destroy_data_chunk(&m_handle); }
    Chunk(const Chunk &) = delete;
    Chunk &operator=(const Chunk &) = delete;
    bool isValid() const { return m_handle != nullptr; }
    duckdb_data_chunk get() const { return m_handle; }

private:
    duckdb_data_chunk m_handle;
};

} // namespace sonde::duck
