//! One writer of issues at a time: an advisory lock on `.liangdian/lock`.
//!
//! The system releases it when the process ends, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use super::{Newsroom, StoreError, atomic};

/// Held while it lives.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

const PAUSE: Duration = Duration::from_millis(20);

impl Newsroom {
    /// Takes the newsroom's lock, waiting at most so long.
    ///
    /// # Errors
    /// [`StoreError::Busy`] where another process holds it; [`StoreError::Io`] where the folder
    /// cannot be written.
    pub fn lock(&self, wait: Duration) -> Result<Lock, StoreError> {
        let file = self.lock_file()?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Lock { _file: file }),
                Err(TryLockError::WouldBlock) if start.elapsed() < wait => thread::sleep(PAUSE),
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy),
                Err(TryLockError::Error(e)) => return Err(StoreError::io(&self.root)(e)),
            }
        }
    }

    fn lock_file(&self) -> Result<File, StoreError> {
        let dir = self.root.join(".liangdian");
        if !dir.is_dir() {
            fs::create_dir_all(&dir).map_err(StoreError::io(&dir))?;
            // Ignored by git also in a newsroom that `init` did not make.
            match atomic::create(&dir.join(".gitignore"), b"*\n") {
                Ok(()) | Err(StoreError::Taken(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let path = dir.join("lock");
        OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(StoreError::io(&path))
    }
}
