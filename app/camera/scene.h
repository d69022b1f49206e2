// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/camera/picturesource.h"

/// A generated room with faint sensor noise. Nothing moves until walk() or another function is called.
class Scene : public PictureSource
{
public:
    Scene(QSize size, double framesPerSecond);

    QSize size() const override { return m_size; }
    QByteArray next() override;

    /// Lets a person enter at the left and leave at the right four seconds later. Further walks are queued.
    void walk() { ++m_walksWanted; }
    /// Switches the light from bright to dim or back, in one frame and over the whole picture.
    void switchLight() { m_dim = !m_dim; }
    void coverLens() { m_covered = true; }
    /// Uncovers the lens and turns the light on.
    void clear() { m_covered = m_dim = false; }

private:
    QByteArray room() const;
    void drawPerson(QByteArray &picture, double progress) const;

    const QSize m_size;
    const double m_framesPerSecond;
    const QByteArray m_room;
    QByteArray m_noise; ///< longer than a picture, so that each picture uses a different part
    qint64 m_picture = 0;
    int m_walksWanted = 0;
    int m_walkPicture = -1; ///< pictures since the walk began; -1: no walk
    bool m_dim = false;
    bool m_covered = false;
};
