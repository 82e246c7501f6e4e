using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace SoraFunctions.Bicep.Tests;

/// <summary>Settings that are all empty, and remember which were asked for.</summary>
internal sealed class AskedSettings : IConfiguration
{
    public HashSet<string> Names { get; } = [];

    public string? this[string key]
    {
        get
        {
            Names.Add(key);
            return null;
        }
        set => throw new NotSupportedException();
    }

    public IEnumerable<IConfigurationSection> GetChildren() => [];

    public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

    public IConfigurationSection GetSection(string key) => throw new NotSupportedException();
}
