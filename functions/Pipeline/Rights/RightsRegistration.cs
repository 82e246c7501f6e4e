using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SoraFunctions.Pipeline.Audits;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Reports;
using SoraFunctions.Pipeline.Videos.Stages;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Puts the registry of rights-holders into a host.</summary>
public static class RightsRegistration
{
    /// <summary>Adds what guards, grants, books and reports. May be called twice.</summary>
    /// <param name="services">The host's; it brings the database and the clock.</param>
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.AddReports();
        services.TryAddScoped<AuditLog>();
        services.TryAddSingleton<RightsRegistry>();
        services.TryAddScoped<RightsGate>();
        services.TryAddScoped<GrantBook>();
        services.TryAddScoped<WorkerJobs>();
        services.TryAddSingleton<FileFetcher>();
        services.TryAddSingleton<PictureDesk>();
        services.TryAddScoped<PictureFingerprints>();
        services.TryAddScoped<SeenWorks>();
        services.TryAddScoped<WorkPictures>();
        services.TryAddScoped<HolderDesk>();
        services.TryAddScoped<GrantDesk>();
        services.TryAddScoped<RightsStatements>();
        return services;
    }
}
