// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/portal.h"

/// Ends the session of an account that the user removes from the portal: on its server, if that can be reached, and on
/// this desktop. Deletes itself afterwards.
class Farewell : public QObject
{
    Q_OBJECT

public:
    Farewell(const Portal::Options &options, QObject *parent);

private:
    ApiClient m_client;
    TokenStore m_tokens;
    Session m_session;
};
