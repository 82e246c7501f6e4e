using System.CommandLine;
using SoraFunctions.Local.Checks;

namespace SoraFunctions.Local.Commands;

/// <summary><c>sora doctor</c>: what is here, what is missing, how to get it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var worker = CommonOptions.Worker();
        var command = new Command("doctor", "Say what is installed, usable and configured, and how to get what is missing") { data, worker };
        command.SetAction((arguments, cancellation) => MachineCheck.Run(
            CommonOptions.Read(arguments.GetValue(data), arguments.GetValue(worker), "http://localhost:7071"), cancellation));
        return command;
    }
}
