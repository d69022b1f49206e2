// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/portal/viewmodel.h"

#include <QUrl>
#include <QVariant>

/// Analyzes the faces in a picture file of this computer.
class FacesModel : public ViewModel
{
    Q_OBJECT
    QML_ELEMENT
    /// Empty until a picture is chosen.
    Q_PROPERTY(LoadState::Value loadState READ loadState NOTIFY changed)
    Q_PROPERTY(QUrl picture READ picture NOTIFY changed)
    /// The server cannot analyze faces because its models are not installed.
    Q_PROPERTY(bool modelsMissing READ modelsMissing NOTIFY changed)
    /// Why the analysis failed, as a translated sentence.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Maps with the members of Face, largest face first.
    Q_PROPERTY(QVariantList faces READ faces NOTIFY changed)
    /// The server's processing time in milliseconds.
    Q_PROPERTY(double elapsedMs READ elapsedMs NOTIFY changed)
    /// The names and versions of the models, separated by commas, such as `face-api 1.7.15`.
    Q_PROPERTY(QString models READ models NOTIFY changed)
    /// Where to look for pictures first: the person's pictures, or the home folder if there are none.
    Q_PROPERTY(QUrl pictureFolder READ pictureFolder CONSTANT)

public:
    static constexpr qint64 mostBytes = 16 * 1024 * 1024; ///< the server's limit for the size of a picture

    using ViewModel::ViewModel;

    LoadState::Value loadState() const { return m_loadState; }
    QUrl picture() const { return m_picture; }
    bool modelsMissing() const { return m_modelsMissing; }
    QString problem() const { return m_problem; }
    QVariantList faces() const { return m_analysis.value(QStringLiteral("faces")).toList(); }
    double elapsedMs() const { return m_analysis.value(QStringLiteral("elapsedMs")).toDouble(); }
    QString models() const;
    static QUrl pictureFolder();

    /// Sends the picture to the server and discards the previous analysis.
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
    int m_serial = 0; ///< identifies the current picture; answers for earlier pictures are dropped
};
