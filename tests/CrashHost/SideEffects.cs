using SoraFunctions.Local.Durable;

namespace SoraFunctions.CrashHost;

/// <summary>The world outside: a file of effects, each done once however often it is asked for under its key.</summary>
internal sealed class SideEffects(string folder, Deaths deaths)
{
    private readonly Lock _lock = new();

    public static IReadOnlyList<string> Read(string folder) => File.Exists(FileOf(folder)) ? File.ReadAllLines(FileOf(folder)) : [];

    /// <summary>Has an effect, with a chance to die before and after it.</summary>
    public void Do(string key)
    {
        deaths.At(new Failpoint(Deaths.BeforeEffect, key, 0));
        lock (_lock)
        {
            if (!Read(folder).Contains(key))
            {
                File.AppendAllLines(FileOf(folder), [key]);
            }
        }

        deaths.At(new Failpoint(Deaths.AfterEffect, key, 0));
    }

    private static string FileOf(string folder) => Path.Combine(folder, "effects.txt");
}
