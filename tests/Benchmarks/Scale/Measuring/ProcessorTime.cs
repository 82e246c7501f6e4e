using System.Globalization;

namespace SoraFunctions.Benchmarks.Scale.Measuring;

/// <summary>Processor time of this process and of the ended children that it has waited for.</summary>
internal static class ProcessorTime
{
    /// <summary>Ticks of /proc, a second: <c>sysconf(_SC_CLK_TCK)</c>, which is 100 on every Linux that .NET runs on.</summary>
    private const double Ticks = 100;

    /// <summary>Seconds so far.</summary>
    public static double Seconds => Environment.CpuUsage.TotalTime.TotalSeconds + Children();

    /// <summary>Fields 16 and 17 of proc(5) stat, counted from behind the name, which may hold blanks.</summary>
    private static double Children()
    {
        var text = File.ReadAllText("/proc/self/stat");
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) / Ticks;
    }
}
