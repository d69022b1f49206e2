// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <stdexcept>

class QSqlError;

/// A statement failed. An error that has none of the more specific types below is a defect of the program or of the
/// database.
class DatabaseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The database does not answer. A later attempt may succeed.
class DatabaseUnreachable : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// A row violates a unique index or a primary key.
class UniqueViolation : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// A statement violates a foreign key: the referenced row does not exist, or a referenced row was to be deleted.
class ForeignKeyViolation : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// The engine aborted the transaction although its statements were correct. Nothing of it remains, and it may succeed
/// if it is run again as a whole (`retrying()`).
class TransactionAborted : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// A deadlock, or a serialization failure: two transactions waited for each other, or changed what the other had read.
class SerializationFailure : public TransactionAborted
{
public:
    using TransactionAborted::TransactionAborted;
};

/// The connection broke before the transaction was committed. A new connection is open.
class ConnectionLost : public TransactionAborted
{
public:
    using TransactionAborted::TransactionAborted;
};

/// A transaction was begun inside another one, which is a defect of the program.
class NestedTransaction : public std::logic_error
{
public:
    using std::logic_error::logic_error;
};

/// Throws the most specific of these types for an error of the engine.
[[noreturn]] void throwDatabaseError(const QSqlError &error, QByteArrayView sql);

/// The database's disk is full.
class DatabaseFull : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};
