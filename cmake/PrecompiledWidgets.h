#pragma once

// What nearly every widget reads anyway, beside cmake/Precompiled.h. No file may rely on it.
#include "Precompiled.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFont>
#include <QIcon>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QWidget>
