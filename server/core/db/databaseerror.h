// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <stdexcept>

class QSqlError;

/// A statement failed. What is thrown itself, and not as one of the types below, is a fault of the program or of the
/// database.
class DatabaseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The database does not answer. It may answer later.
class DatabaseUnreachable : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// A unique index or a primary key refused a row.
class UniqueViolation : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// A foreign key refused a row: the row that it names does not exist, or a row that is still named was to be deleted.
class ForeignKeyViolation : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// The engine gave the transaction up without a fault of its own: nothing of it remains, and it may succeed when it is
/// run again as a whole (`retrying()`).
class TransactionAborted : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// Two transactions waited for each other, or each changed what the other one had read.
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

/// A transaction was begun inside another one, which is a fault of the program.
class NestedTransaction : public std::logic_error
{
public:
    using std::logic_error::logic_error;
};

/// Throws what the engine's error means, as the most specific of the types above.
[[noreturn]] void throwDatabaseError(const QSqlError &error, QByteArrayView sql);
