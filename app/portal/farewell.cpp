// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/farewell.h"

#include <QTimer>

namespace {
constexpr std::chrono::seconds longestAnswer(30);
}

Farewell::Farewell(const Portal::Options &options, QObject *parent)
    : QObject(parent)
    , m_client(options.server, Portal::app())
    , m_tokens(options.tokenKey(), options.tokenFile(), options.tokens)
    , m_session(m_client, m_tokens)
{
    QTimer::singleShot(longestAnswer, this, &QObject::deleteLater);
    connect(
        &m_session, &Session::stateChanged, this, [this] { m_session.signOut(); }, Qt::SingleShotConnection);
    m_session.restore();
}
