// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QUrl>
#include <QVariant>

/// A picture of this computer, and what the server sees of the faces in it.
class FacesModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Empty until a picture was chosen.
    Q_PROPERTY(LoadState::Value loadState READ loadState NOTIFY changed)
    Q_PROPERTY(QUrl picture READ picture NOTIFY changed)
    /// The server looks for no faces, as its models are not installed.
    Q_PROPERTY(bool modelsMissing READ modelsMissing NOTIFY changed)
    /// Why there is nothing to show.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Maps with the members of Face, the largest first.
    Q_PROPERTY(QVariantList faces READ faces NOTIFY changed)
    /// Milliseconds that the server worked.
    Q_PROPERTY(double elapsedMs READ elapsedMs NOTIFY changed)
    /// What computed it, such as `face-api 1.7.15`, with commas between.
    Q_PROPERTY(QString models READ models NOTIFY changed)

public:
    static constexpr qint64 mostBytes = 16 * 1024 * 1024; ///< as the server has it

    using ViewModel::ViewModel;

    LoadState::Value loadState() const { return m_loadState; }
    QUrl picture() const { return m_picture; }
    bool modelsMissing() const { return m_modelsMissing; }
    QString problem() const { return m_problem; }
    QVariantList faces() const { return m_analysis.value(QStringLiteral("faces")).toList(); }
    double elapsedMs() const { return m_analysis.value(QStringLiteral("elapsedMs")).toDouble(); }
    QString models() const;

    /// Sends the picture, and forgets the one before.
    Q_INVOKABLE void look(const QUrl &picture);
    Q_INVOKABLE void lookAgain() { look(QUrl(m_picture)); }

Q_SIGNALS:
    void changed();

private:
    void take(const ApiAnswer &answer);
    void fail(const QString &problem);
    static QString sentence(const ApiError &error);

    LoadState::Value m_loadState = LoadState::Empty;
    QUrl m_picture;
    bool m_modelsMissing = false;
    QString m_problem;
    QVariantMap m_analysis;
    int m_serial = 0; ///< an answer for a picture before this one is dropped
};
