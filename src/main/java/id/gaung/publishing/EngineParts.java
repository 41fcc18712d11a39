package id.gaung.publishing;

/** What an engine is made of besides its queue. */
record EngineParts(Leases leases, GroupCommit journal, Attempts attempts) {}
