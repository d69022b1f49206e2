// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/support/serverstate.h"

/// The cameras of all accounts by their state.
class CameraTotals
{
    Q_GADGET
    Q_PROPERTY(qint64 online MEMBER online DESIGNABLE false)
    Q_PROPERTY(qint64 offline MEMBER offline DESIGNABLE false)
    Q_PROPERTY(qint64 error MEMBER error DESIGNABLE false)

public:
    qint64 online = 0;
    qint64 offline = 0;
    qint64 error = 0;

    friend bool operator==(const CameraTotals &, const CameraTotals &) = default;
};

/// The background jobs of one kind.
class JobState
{
    Q_GADGET
    Q_CLASSINFO("waiting.doc", "Jobs that are due, or that wait for their next turn or another attempt.")
    Q_CLASSINFO("failed.doc", "Jobs that were given up. They are kept for some days.")
    Q_PROPERTY(QString kind MEMBER kind DESIGNABLE false)
    Q_PROPERTY(qint64 waiting MEMBER waiting DESIGNABLE false)
    Q_PROPERTY(qint64 running MEMBER running DESIGNABLE false)
    Q_PROPERTY(qint64 failed MEMBER failed DESIGNABLE false)

public:
    QString kind;
    qint64 waiting = 0;
    qint64 running = 0;
    qint64 failed = 0;

    friend bool operator==(const JobState &, const JobState &) = default;
};

/// How mail leaves.
class MailState
{
    Q_GADGET
    Q_CLASSINFO("delivery.doc", "`outbox`: there is no mail server, and mail stays in a folder.")
    Q_CLASSINFO("sendsText.doc", "Whether there is a gateway for text messages.")
    Q_CLASSINFO("waiting.doc", "Mails and text messages that are not sent yet.")
    Q_CLASSINFO("failed.doc", "Mails and text messages that were given up.")
    Q_PROPERTY(Delivery delivery MEMBER delivery DESIGNABLE false)
    Q_PROPERTY(bool sendsText MEMBER sendsText DESIGNABLE false)
    Q_PROPERTY(qint64 waiting MEMBER waiting DESIGNABLE false)
    Q_PROPERTY(qint64 failed MEMBER failed DESIGNABLE false)

public:
    enum class Delivery { Smtp, Outbox };
    Q_ENUM(Delivery)

    Delivery delivery = Delivery::Outbox;
    bool sendsText = false;
    qint64 waiting = 0;
    qint64 failed = 0;

    friend bool operator==(const MailState &, const MailState &) = default;
};

/// The database that the servers share.
class DatabaseState
{
    Q_GADGET
    Q_PROPERTY(Engine engine MEMBER engine DESIGNABLE false)
    Q_PROPERTY(QString version MEMBER version DESIGNABLE false)
    Q_PROPERTY(qint64 bytes MEMBER bytes DESIGNABLE false)

public:
    enum class Engine { Sqlite, Postgresql };
    Q_ENUM(Engine)

    Engine engine = Engine::Sqlite;
    QString version;
    qint64 bytes = 0;

    friend bool operator==(const DatabaseState &, const DatabaseState &) = default;
};

/// The state of all servers on the database, for the people who run them.
class ServerStatus
{
    Q_GADGET
    Q_CLASSINFO("servers.doc", "The server that answers comes first.")
    Q_PROPERTY(QDateTime at MEMBER at DESIGNABLE false)
    Q_PROPERTY(QList<ServerState> servers MEMBER servers DESIGNABLE false)
    Q_PROPERTY(CameraTotals cameras MEMBER cameras DESIGNABLE false)
    Q_PROPERTY(QList<JobState> jobs MEMBER jobs DESIGNABLE false)
    Q_PROPERTY(MailState mail MEMBER mail DESIGNABLE false)
    Q_PROPERTY(DatabaseState database MEMBER database DESIGNABLE false)

public:
    QDateTime at;
    QList<ServerState> servers;
    CameraTotals cameras;
    QList<JobState> jobs;
    MailState mail;
    DatabaseState database;
};
