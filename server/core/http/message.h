// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/http/headers.h"
#include "server/core/http/ratestanding.h"

#include <QByteArray>
#include <QHostAddress>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

class QIODevice;

enum class Method { Get, Head, Post, Put, Delete, Options, Patch };

/// One request, owned: nothing in it points into the connection, so that it may outlive it.
struct Request
{
    Method method = Method::Get;
    QByteArray path; ///< still percent-encoded, without the query
    QUrlQuery query;
    Headers headers;
    QByteArray body;
    QHostAddress peer; ///< the client, also where a trusted proxy speaks for it
    QByteArray id; ///< X-Request-Id: the client's where sane, ours otherwise
    RateStanding rate; ///< of the client's address, once it was counted
};

/// One answer: a body in memory, or a stream that is pumped at the client's pace.
struct Reply
{
    int status = 200;
    Headers headers;
    QByteArray contentType;
    QByteArray body;
    /// Where set, it is the body: a file or a live source (sequential, tells by readyRead()). It is moved to the
    /// connection's thread, read there, and destroyed when it ends or the client goes.
    std::shared_ptr<QIODevice> stream;
    qint64 length = -1; ///< of the stream, from its position; -1: until it closes

    static Reply json(QByteArray body, int status = 200);
    static Reply noContent();
    static Reply redirect(const QUrl &to);
    static Reply streamed(std::shared_ptr<QIODevice> stream, QByteArray contentType, qint64 length = -1);
};
