namespace SoraFunctions.Service.Jobs;

/// <summary>What is kept of a job on which workers died, for whoever looks into it.</summary>
/// <param name="Ticket">The job with its attempts.</param>
/// <param name="SetAside">When it was set aside.</param>
internal sealed record Quarantine(JobTicket Ticket, DateTimeOffset SetAside);
