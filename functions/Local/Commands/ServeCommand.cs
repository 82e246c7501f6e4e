using System.CommandLine;
using SoraFunctions.Local.Hosting;

namespace SoraFunctions.Local.Commands;

/// <summary><c>sora serve</c>: the service, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url")
        {
            Description = "Address to listen on (SORA_URL)",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("SORA_URL") ?? "http://localhost:7071",
        };
        var data = CommonOptions.Data();
        var worker = CommonOptions.Worker();
        var command = new Command("serve", "Run the service: the Videos API, ads, webhooks and links") { url, data, worker };
        command.SetAction((arguments, cancellation) =>
        {
            var address = arguments.GetValue(url)!;
            return LocalServer.Run(
                address,
                CommonOptions.Read(arguments.GetValue(data), arguments.GetValue(worker), address.TrimEnd('/')),
                cancellation);
        });
        return command;
    }
}
