// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

/// Knows whether the user may see the state of the servers: administrators, and the owner of the portal's own server.
/// The server decides about the latter.
class ServerAccess : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Whether the account is on the server that belongs to this portal.
    Q_PROPERTY(bool own MEMBER m_own NOTIFY ownChanged)
    Q_PROPERTY(bool allowed READ allowed NOTIFY allowedChanged)

public:
    explicit ServerAccess(QObject *parent = nullptr);

    bool allowed() const { return m_allowed; }

Q_SIGNALS:
    void ownChanged();
    void allowedChanged();

protected:
    void attached() override;

private:
    void check();
    void setAllowed(bool allowed);

    bool m_own = false;
    bool m_allowed = false;
    QString m_asked; ///< the role, and the user that the server was asked about
};
