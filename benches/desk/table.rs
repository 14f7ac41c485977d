//! Lines of the report: what was measured, beside what, and whether the goal is met.

/// What a line is measured by.
#[derive(Clone, Copy)]
pub enum Goal {
    /// At most so many times the peer.
    Times(f64),
    /// No goal: the figure is told.
    Told,
}

/// The report.
#[derive(Default)]
pub struct Table {
    lines: Vec<[String; 6]>,
}

impl Table {
    /// A figure beside a peer's (milliseconds).
    pub fn ratio(&mut self, what: &str, ours: f64, peer: &str, theirs: f64, goal: Goal) {
        let times = ours / theirs.max(0.001);
        let (wanted, verdict) = match goal {
            Goal::Times(most) => (format!("<= {most:.1}x"), verdict(times <= most)),
            Goal::Told => (String::new(), ""),
        };
        let peer = format!("{peer} {theirs:.1}");
        self.line([
            what,
            &ms(ours),
            &peer,
            &format!("{times:.2}x"),
            &wanted,
            verdict,
        ]);
    }

    /// A figure beside a peer's, without goal.
    pub fn told(&mut self, what: &str, ours: f64, peer: &str, theirs: f64) {
        self.ratio(what, ours, peer, theirs, Goal::Told);
    }

    /// A figure that has a limit of its own.
    pub fn budget(&mut self, what: &str, ours: f64, most: f64) {
        let share = format!("{:.2}x", ours / most);
        let limit = format!("limit {most:.0}");
        self.line([
            what,
            &ms(ours),
            &limit,
            &share,
            "<= 1.0x",
            verdict(ours <= most),
        ]);
    }

    /// What was not measured, and why.
    pub fn skip(&mut self, what: &str, why: &str) {
        self.line([what, "", why, "", "", "skipped"]);
    }

    fn line(&mut self, line: [&str; 6]) {
        self.lines.push(line.map(str::to_owned));
    }

    /// Writes the report.
    pub fn print(&self) {
        let head = ["what", "ms", "beside (ms)", "ratio", "goal", ""].map(str::to_owned);
        for [what, ours, peer, ratio, goal, verdict] in std::iter::once(&head).chain(&self.lines) {
            println!("{what:<48}{ours:>9}  {peer:<28}{ratio:>8}  {goal:<9}{verdict}");
        }
    }
}

fn verdict(met: bool) -> &'static str {
    if met { "PASS" } else { "over" }
}

fn ms(value: f64) -> String {
    format!("{value:.1}")
}
