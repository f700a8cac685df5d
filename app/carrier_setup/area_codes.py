"""The area codes of each state: those that share one area are joined by a stroke, and areas near each other stand near.

Which code is in which state is checked against the data that comes with `phonenumbers` (9.0.43, November 2026, by a
test); which share an area is NANPA's list of overlays as of November 2026.
"""

from collections.abc import Mapping

STATES: Mapping[str, str] = {
    "Alabama": "205/659 256/938 334 251",
    "Alaska": "907",
    "Arizona": "602/480/623 928 520",
    "Arkansas": "501 479 870/327",
    "California": (
        "415/628 650 408/669 831 510/341 925 707/369 916/279 530 209/350 559 661 805/820 818/747 213/323/738 310/424 "
        "626 562 714/657 949 909/840 951 760/442 619/858"
    ),
    "Colorado": "303/720/983 970/748 719",
    "Connecticut": "203/475 860/959",
    "Delaware": "302",
    "District of Columbia": "202/771",
    "Florida": "305/786/645 954/754 561/728 772 321 407/689 386 904/324 352 727 813/656 863 941 239 850/448",
    "Georgia": "404/678/470/770/943 706/762 478 229 912",
    "Hawaii": "808",
    "Idaho": "208/986",
    "Illinois": "312/773/872 708/464 630/331 847/224 815/779 309 217/447 618/730",
    "Indiana": "317/463 765 219 574 260 812/930",
    "Iowa": "515 641 319 563 712",
    "Kansas": "913 785 316 620",
    "Kentucky": "502 859 606 270/364",
    "Louisiana": "504 985 225 337 318",
    "Maine": "207",
    "Maryland": "410/443/667 301/240/227",
    "Massachusetts": "617/857 781/339 508/774 978/351 413",
    "Michigan": "313 734 248/947 586 810 517 989 616 269 231 906",
    "Minnesota": "612 651 763 952 507 320 218",
    "Mississippi": "601/769 228 662",
    "Missouri": "314/557 636 573/235 417 816/975 660",
    "Montana": "406",
    "Nebraska": "402/531 308",
    "Nevada": "702/725 775",
    "New Hampshire": "603",
    "New Jersey": "201/551 973/862 908 732/848 609/640 856",
    "New Mexico": "505 575",
    "New York": "212/646/332/917 718/347/929 516/363 631/934 914 845/329 518/838 607 315/680 585 716",
    "North Carolina": "704/980 336/743 828 919/984 252 910/472",
    "North Dakota": "701",
    "Ohio": "614/380 740/220 937/326 513/283 419/567 440 216 330/234",
    "Oklahoma": "405/572 580 918/539",
    "Oregon": "503/971 541/458",
    "Pennsylvania": "215/267/445 610/484/835 717/223 570/272 814/582 412/724/878",
    "Rhode Island": "401",
    "South Carolina": "803/839 864/821 843/854",
    "South Dakota": "605",
    "Tennessee": "615/629 931 423 865 731 901",
    "Texas": (
        "214/469/972/945 817/682 940 903/430 254 512/737 979 713/281/832/346 936 409 361 956 830 210/726 325 432 806 "
        "915"
    ),
    "Utah": "801/385 435",
    "Vermont": "802",
    "Virginia": "703/571 540/826 434 804/686 757/948 276",
    "Washington": "206/564 425/564 253/564 360/564 509",
    "West Virginia": "304/681",
    "Wisconsin": "414 262 608/353 920/274 715/534",
    "Wyoming": "307",
    "Puerto Rico": "787/939",
    "U.S. Virgin Islands": "340",
    "Guam": "671",
    "American Samoa": "684",
    "Northern Mariana Islands": "670",
}
