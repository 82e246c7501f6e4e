namespace SoraFunctions.Benchmarks.Scale.Queueing;

/// <summary>A. K. Erlang's delay formula for Poisson arrivals, exponential service and c servers (M/M/c).</summary>
internal static class ErlangC
{
    /// <summary>The part of arrivals that has to wait.</summary>
    /// <param name="load">Offered load in Erlang: arrivals a second times seconds of service.</param>
    /// <param name="servers">1 or more.</param>
    /// <returns>1 when the servers can't carry the load.</returns>
    public static double PartThatWaits(double load, int servers)
    {
        if (load >= servers)
        {
            return 1;
        }

        var blocked = 1.0;
        for (var n = 1; n <= servers; n++)
        {
            blocked = load * blocked / (n + (load * blocked));
        }

        return blocked / (1 - (load / servers * (1 - blocked)));
    }

    /// <summary>Mean wait in seconds; infinite when the servers can't carry the load.</summary>
    public static double MeanWait(double load, double service, int servers) =>
        load >= servers ? double.PositiveInfinity : PartThatWaits(load, servers) * service / (servers - load);

    /// <summary>The least servers with which 95 % wait no longer than so many seconds.</summary>
    public static int Servers(double load, double service, double wait)
    {
        var (least, most) = ((int)load + 1, (int)load + 2 + (int)(10 * Math.Sqrt(load + 1)));
        while (least < most)
        {
            var middle = (least + most) / 2;
            var late = PartThatWaits(load, middle) * Math.Exp(-(middle - load) * wait / service);
            (least, most) = late <= 0.05 ? (least, middle) : (middle + 1, most);
        }

        return least;
    }
}
