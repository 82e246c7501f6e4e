using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Data;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Pipeline.Sounds;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards;
using SoraFunctions.Pipeline.Videos;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Azure.Tests.Doubles;

/// <summary>The ports of the pipeline without Azure: the same for both hosts, so that their runs can be compared.</summary>
internal static class MemoryPorts
{
    private static readonly Lazy<SigningIdentity> _identity = new(() => SigningIdentity.CreateSelfMade("Example Studio", new FixedClock()));

    public static IServiceCollection AddMemoryPorts(this IServiceCollection services, string folder) => services
        .AddSingleton<TimeProvider>(new FixedClock())
        .AddSingleton(new PublicAddress("https://video.example.com"))
        .AddDbContext<SoraDatabase>(database => database.UseSqlite($"Data Source={folder}/sora.db;Pooling=False"))
        .AddSingleton<MemoryBlobs>()
        .AddSingleton<IBlobStore>(provider => provider.GetRequiredService<MemoryBlobs>())
        .AddSingleton<CannedWorker>()
        .AddSingleton<IWorker>(provider => provider.GetRequiredService<CannedWorker>())
        .AddSingleton<IModerator>(new RuleModerator())
        .AddSingleton<IStoryboardWriter>(new EmbeddedWriter())
        .AddSingleton(new Recogniser(ModelServer.None, TimeProvider.System))
        .AddSingleton<ISigners>(new OneSigner(_identity.Value));
}
